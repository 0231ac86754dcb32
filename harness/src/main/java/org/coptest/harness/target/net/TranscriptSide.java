package org.coptest.harness.target.net;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.coptest.harness.target.net.Redaction.Mask;

/** The bytes of one direction: the first of them kept, all others counted and digested. */
final class TranscriptSide {
  /** Kept beyond what is shown, so that a secret across the edge is still recognised. */
  private static final int OVERLAP = 512;

  private final int shown;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final MessageDigest rest = Sha256.start();
  private long total;

  TranscriptSide(int shown) {
    this.shown = shown;
  }

  void add(byte[] bytes, int length) {
    int room = Math.max(0, Math.min(length, shown + OVERLAP - kept.size()));
    kept.write(bytes, 0, room);
    int hidden = (int) Math.max(0, Math.min(length, total + length - shown));
    rest.update(bytes, length - hidden, hidden);
    total += length;
  }

  long total() {
    return total;
  }

  /** What is kept, with the stretches to hide. */
  View view(Redaction redaction) {
    var data = kept.toByteArray();
    return new View(data, redaction.masks(data), shown);
  }

  /** How much there was, and the digest of what is not shown. */
  String summary() {
    if (total <= shown) {
      return total + " bytes";
    }
    var digest = HexFormat.of().formatHex(copyOfRest().digest());
    return "%d bytes; after the first %d: %d bytes, sha256 %s"
        .formatted(total, shown, total - shown, digest);
  }

  private MessageDigest copyOfRest() {
    try {
      return (MessageDigest) rest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The kept bytes as they may be shown. */
  record View(byte[] data, List<Mask> masks, int shown) {

    /** Appends the hex view of the shown part of these bytes. */
    void show(StringBuilder out, long from, int length) {
      int begin = (int) Math.min(from, shown);
      int end = (int) Math.min(from + length, shown);
      int at = begin;
      for (var mask : masks) {
        if (mask.to() > at && mask.from() < end) {
          HexView.append(out, data, at, Math.max(at, mask.from()), at - begin);
          out.append("  ").append(mask.label());
          out.append(mask.from() < begin ? " (continued)\n" : "\n");
          at = Math.min(mask.to(), end);
        }
      }
      HexView.append(out, data, at, end, at - begin);
      if (length > end - begin) {
        out.append("  ").append(length - (end - begin)).append(" more bytes are not shown\n");
      }
    }
  }
}
