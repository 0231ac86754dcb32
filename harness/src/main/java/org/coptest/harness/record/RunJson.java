package org.coptest.harness.record;

import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads and writes {@code run.json}, one device in memory at a time; the format is {@code
 * docs/run.schema.json}.
 */
public final class RunJson {
  private RunJson() {}

  /** Writes the document; the file is complete or not there. */
  public static void write(Path file, RunDocument document) {
    write(file, document.run(), document.targets().stream());
  }

  /** Writes a document whose devices come one by one. */
  public static void write(Path file, RunInfo run, Stream<TargetResult> targets) {
    writeJson(file, run, targets.map(RecordJson::bytes));
  }

  /** As above with devices that are JSON already. */
  static void writeJson(Path file, RunInfo run, Stream<byte[]> targets) {
    var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try (targets) {
      try (var out = new FileOutputStream(unfinished.toFile())) {
        compose(out, run, targets);
        out.getFD().sync();
      }
      Files.move(
          unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | JacksonException failed) {
      throw new RecordFaultException(
          "%s cannot be written (%s); mend the disk, then coptest report"
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static void compose(FileOutputStream file, RunInfo run, Stream<byte[]> targets)
      throws IOException {
    var out = new BufferedOutputStream(file, 1 << 16);
    out.write(ascii("{\"schema\":" + RunDocument.SCHEMA + ",\"run\":"));
    out.write(RecordJson.bytes(run));
    out.write(ascii(",\"targets\":["));
    var separator = "\n";
    for (var each = targets.iterator(); each.hasNext(); separator = "\n,") {
      out.write(ascii(separator));
      out.write(each.next());
    }
    out.write(ascii("]}\n"));
    out.flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads the whole document. */
  public static RunDocument read(Path file) {
    var targets = new ArrayList<TargetResult>();
    var run = stream(file, targets::add);
    return new RunDocument(RunDocument.SCHEMA, run, targets);
  }

  /** Hands on the devices one by one; returns what the run was. */
  public static RunInfo stream(Path file, Consumer<TargetResult> targets) {
    return read(file, Optional.of(targets));
  }

  /** Only what the run was. */
  public static RunInfo info(Path file) {
    return read(file, Optional.empty());
  }

  private static RunInfo read(Path file, Optional<Consumer<TargetResult>> targets) {
    try (var in = new FileInputStream(file.toFile());
        var json = RecordJson.MAPPER.createParser(in)) {
      return read(json, targets)
          .orElseThrow(() -> new IOException("it does not say what the run was"));
    } catch (IOException | JacksonException failed) {
      throw new RecordFaultException(
          "%s is no run.json that this version reads (%s)".formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static Optional<RunInfo> read(JsonParser json, Optional<Consumer<TargetResult>> targets)
      throws IOException {
    var run = Optional.<RunInfo>empty();
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      switch (name) {
        case "schema" -> refuseNewer(json.getIntValue());
        case "run" -> run = Optional.of(RecordJson.read(json, RunInfo.class));
        case "targets" -> targets(json, targets);
        default -> json.skipChildren();
      }
      if (run.isPresent() && targets.isEmpty()) {
        return run;
      }
    }
    return run;
  }

  private static void targets(JsonParser json, Optional<Consumer<TargetResult>> targets) {
    if (targets.isEmpty()) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      targets.get().accept(RecordJson.read(json, TargetResult.class));
    }
  }

  private static void refuseNewer(int schema) throws IOException {
    if (schema > RunDocument.SCHEMA) {
      throw new IOException("its format %d is newer than %d".formatted(schema, RunDocument.SCHEMA));
    }
  }
}
