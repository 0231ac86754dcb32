package org.coptest.harness.report.allure;

import io.qameta.allure.model.Attachment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.report.EvidenceShelf;
import org.coptest.harness.report.Shown;

/**
 * Copies evidence next to the results, each file once per device, under names made here: text that
 * does nothing to a browser as {@code .txt}, all else as {@code .bin}.
 */
final class AllureAttachments {
  private static final long LARGEST = 1 << 20;
  private static final int MANY = 50;
  private final EvidenceShelf shelf;
  private final Path folder;
  private final Map<EvidenceFile, Attachment> written = new HashMap<>();

  AllureAttachments(EvidenceShelf shelf, Path folder) {
    this.shelf = shelf;
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The evidence of a row. */
  List<Attachment> of(RowResult row) throws IOException {
    var attachments = new ArrayList<Attachment>();
    for (var evidence : row.evidence().stream().distinct().limit(MANY).toList()) {
      var known = written.get(evidence);
      if (known == null) {
        known = write(evidence);
        written.put(evidence, known);
      }
      attachments.add(known);
    }
    return attachments;
  }

  private Attachment write(EvidenceFile evidence) throws IOException {
    var file = shelf.file(evidence);
    if (file.isEmpty()) {
      return note(evidence, "the file is not in the campaign folder");
    }
    if (Files.size(file.get()) > LARGEST) {
      return note(evidence, "larger than 1 MiB, so it is not copied here");
    }
    var body = Files.readAllBytes(file.get());
    if (!Digests.sha256(body).equals(evidence.sha256())) {
      return note(evidence, "the file does not have the digest that the record gives it");
    }
    return copy(evidence, body, isPlainText(body) ? "txt" : "bin");
  }

  /** Says where the evidence is when it is not copied. */
  private Attachment note(EvidenceFile evidence, String why) throws IOException {
    var text =
        "%s%nfile:    %s%nSHA-256: %s%n"
            .formatted(why, Shown.sentence(evidence.path()), Shown.sentence(evidence.sha256()));
    return copy(evidence, text.getBytes(StandardCharsets.UTF_8), "txt");
  }

  private Attachment copy(EvidenceFile evidence, byte[] body, String extension) throws IOException {
    var key = evidence.path() + "\n" + evidence.sha256();
    var digest = Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    var source = digest.substring(0, 24) + "-attachment." + extension;
    Files.write(folder.resolve(source), body);
    return new Attachment()
        .setName(EvidenceShelf.label(evidence))
        .setSource(source)
        .setType(extension.equals("txt") ? "text/plain" : "application/octet-stream");
  }

  private static boolean isPlainText(byte[] body) {
    for (byte one : body) {
      if (one >= 0 && one < 0x20 && one != '\t' && one != '\r' && one != '\n' || one == 0x7f) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException bytes) {
      return false;
    }
  }
}
