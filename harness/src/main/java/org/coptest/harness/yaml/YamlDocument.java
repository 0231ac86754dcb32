package org.coptest.harness.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coptest.spi.declaration.Origin;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One YAML file: UTF-8, one document, at most 4 MiB, 64 levels and 500,000 values. */
public final class YamlDocument {
  private static final int MAX_BYTES = 4 << 20;

  private YamlDocument() {}

  /** The file as a tree; empty after a problem that left no tree. */
  public static Optional<YamlNode> parse(Path file, Problems problems) {
    return read(file, problems).flatMap(content -> parse(file.toString(), content, problems));
  }

  /** The bytes of the file; empty after a problem. */
  public static Optional<byte[]> read(Path file, Problems problems) {
    try {
      return Optional.of(read(file));
    } catch (YamlRefused refused) {
      refused.addTo(problems);
      return Optional.empty();
    }
  }

  /** A text as a tree, told apart in messages by the name of its file. */
  public static Optional<YamlNode> parse(String file, byte[] content, Problems problems) {
    try {
      var text = decode(file, content);
      problems.source(file, text);
      return Optional.of(new YamlComposer(file, problems).compose(text));
    } catch (YamlRefused refused) {
      refused.addTo(problems);
    } catch (MarkedYamlEngineException e) {
      problems.add(position(file, e), "not valid YAML: " + Quoted.cut(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(whole(file), "not valid YAML: " + Quoted.cut(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /** The bytes of a regular file that is not too large; a device file or a pipe could never end. */
  private static byte[] read(Path file) throws YamlRefused {
    var at = whole(file.toString());
    if (Files.isDirectory(file)) {
      throw new YamlRefused(at, "is a directory, expected a YAML file", "name a file in it");
    }
    if (Files.notExists(file)) {
      throw new YamlRefused(at, "no such file", "check the path, or write one with coptest init");
    }
    if (!Files.isReadable(file)) {
      throw new YamlRefused(at, "cannot be read", "check its permissions");
    }
    if (!Files.isRegularFile(file)) {
      throw new YamlRefused(at, "is not a regular file", "copy it into a file first");
    }
    try {
      return bounded(file, at);
    } catch (IOException e) {
      throw new YamlRefused(at, "cannot be read: " + e.getMessage(), "check the file system");
    }
  }

  private static byte[] bounded(Path file, Origin at) throws IOException, YamlRefused {
    long size = Files.size(file);
    if (size <= MAX_BYTES) {
      try (var in = Files.newInputStream(file)) {
        var content = in.readNBytes(MAX_BYTES + 1);
        if (content.length <= MAX_BYTES) {
          return content;
        }
        size = content.length;
      }
    }
    throw new YamlRefused(
        at, "has %,d bytes, at most 4 MiB are read".formatted(size), "split it into several files");
  }

  private static String decode(String file, byte[] content) throws YamlRefused {
    var bytes = ByteBuffer.wrap(content);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      var text = decoder.decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new YamlRefused(
          byteAt(file, content, bytes.position()),
          "is not UTF-8: byte 0x%02x".formatted(content[bytes.position()] & 0xff),
          "save the file as UTF-8");
    }
  }

  private static Origin byteAt(String file, byte[] content, int position) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < position; i++) {
      if (content[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Origin(file, line, position - start + 1);
  }

  private static Origin position(String file, MarkedYamlEngineException e) {
    return e.getProblemMark()
        .or(e::getContextMark)
        .map(mark -> new Origin(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(whole(file));
  }

  private static Origin whole(String file) {
    return new Origin(file, 0, 0);
  }
}
