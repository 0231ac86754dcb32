package org.coptest.harness.record;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.EventPayloads.ObservationFile;
import org.coptest.harness.record.EventPayloads.ProbeEnd;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;

/** Observations as files: {@code observations/<target>/<nnnn>-<probe>.json}. */
final class ObservationStore {
  private final CampaignFolder folder;
  private final ObservationTypes types;

  ObservationStore(CampaignFolder folder, ObservationTypes types) {
    this.folder = folder;
    this.types = types;
  }

  /** What an observation is recorded with. */
  record Envelope(
      String type,
      int version,
      String probe,
      Instant started,
      long tookMs,
      List<String> evidence,
      Object data) {}

  /** What came back from the file. */
  record Stored(ObservationFile file, Observation observation) {}

  /** An observation that cannot be stored or understood, with the reason for people. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Exception origin) {
      super(message, origin);
    }

    UnreadableException(String message) {
      super(message);
    }
  }

  /** Stores it, and reads it back as any later judgement will. */
  Stored write(String id, Observed outcome) throws UnreadableException {
    try {
      var name = ObservationTypes.nameOf(outcome.observation().getClass());
      var bytes = bytes(name, outcome);
      var back = data(bytes, outcome.observation().getClass());
      var file = folder.observations().resolve(id + ".json");
      PlainFiles.write(folder, file, bytes);
      var stored =
          new ObservationFile(
              name.type(), name.version(), folder.relative(file), Sha256.hex(bytes));
      return new Stored(stored, back);
    } catch (JacksonException | IllegalArgumentException unfit) {
      throw new UnreadableException(
          "its observation cannot be recorded: %s".formatted(firstLine(unfit)), unfit);
    }
  }

  private static byte[] bytes(ObservationTypes.Name name, Observed outcome) {
    var envelope =
        new Envelope(
            name.type(),
            name.version(),
            outcome.probe(),
            outcome.started(),
            outcome.took().toMillis(),
            outcome.evidence().stream().map(EvidenceRef::id).toList(),
            outcome.observation());
    var bytes = RecordJson.prettyBytes(envelope);
    if (bytes.length > RecordJson.MAX_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes are too many; bulk data belongs into evidence".formatted(bytes.length));
    }
    return bytes;
  }

  private static <O extends Observation> O data(byte[] bytes, Class<O> type) {
    try (var json = RecordJson.MAPPER.createParser(bytes)) {
      var data = Optional.<O>empty();
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.START_OBJECT && name.equals("data")) {
          data = Optional.of(RecordJson.read(json, type));
        } else {
          json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw DatabindException.from(json, "it is not one object");
      }
      return data.orElseThrow(() -> DatabindException.from(json, "it holds no data"));
    }
  }

  /** Reads it back, if file, name and version are what the log says. */
  Observed read(ProbeEnd end, ObservationFile file) throws UnreadableException {
    var type =
        types
            .find(file.type(), file.version())
            .orElseThrow(() ->
                new UnreadableException(
                    "observation %s version %d is unknown to this build; it stays in %s"
                        .formatted(file.type(), file.version(), file.path())));
    try {
      var seen = data(checked(file), type);
      return new Observed(end.probe(), end.started(), end.took(), end.refs(), seen);
    } catch (JacksonException unfit) {
      throw new UnreadableException(
          "%s does not fit %s version %d: %s"
              .formatted(file.path(), file.type(), file.version(), firstLine(unfit)),
          unfit);
    }
  }

  private byte[] checked(ObservationFile file) throws UnreadableException {
    var path = folder.root().resolve(file.path()).normalize();
    try {
      if (path.startsWith(folder.observations()) && Files.isRegularFile(path)) {
        var bytes = PlainFiles.read(path);
        if (Sha256.hex(bytes).equals(file.sha256())) {
          return bytes;
        }
        throw new UnreadableException(file.path() + " was changed after it was recorded");
      }
    } catch (IOException failed) {
      throw new UnreadableException(file.path() + " cannot be read", failed);
    }
    throw new UnreadableException(file.path() + " is missing");
  }

  private static String firstLine(Exception fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** The folder of one target, made when it is not there. */
  void prepare(String target) {
    var path = folder.observations().resolve(FileNames.checked(target));
    try {
      Files.createDirectories(path);
    } catch (IOException failed) {
      throw new RecordFaultException(
          "%s cannot be made (%s); mend the disk, then coptest run --resume"
              .formatted(folder.relative(path), failed.getMessage()),
          failed);
    }
  }
}
