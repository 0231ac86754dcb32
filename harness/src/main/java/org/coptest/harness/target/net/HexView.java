package org.coptest.harness.target.net;

/** Bytes as lines of sixteen: offset, hex, printable ASCII. */
final class HexView {
  private static final int WIDTH = 16;

  private HexView() {}

  static void append(StringBuilder out, byte[] data, int from, int to, int offset) {
    for (int line = from; line < to; line += WIDTH) {
      appendLine(out, data, line, Math.min(line + WIDTH, to), offset + line - from);
    }
  }

  private static void appendLine(StringBuilder out, byte[] data, int from, int to, int offset) {
    out.append("  %04x ".formatted(offset));
    for (int i = from; i < from + WIDTH; i++) {
      out.append(i < to ? " %02x".formatted(data[i]) : "   ");
    }
    out.append("  ");
    for (int i = from; i < to; i++) {
      out.append(data[i] >= 0x20 && data[i] < 0x7f ? (char) data[i] : '.');
    }
    out.append('\n');
  }
}
