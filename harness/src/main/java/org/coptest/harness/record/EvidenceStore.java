package org.coptest.harness.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.harness.record.EventPayloads.EvidenceEntry;

/** Evidence as files: {@code evidence/<K>-<nnnn>-<slug>.txt}, or {@code .bin} for other bytes. */
final class EvidenceStore {
  private final CampaignFolder folder;
  private final AtomicInteger last;

  EvidenceStore(CampaignFolder folder, int last) {
    this.folder = folder;
    this.last = new AtomicInteger(last);
  }

  EvidenceEntry write(char kind, String title, byte[] body) {
    if (kind < 'A' || kind > 'Z') {
      throw new IllegalArgumentException("a kind of evidence is a capital letter, not " + kind);
    }
    var id = String.format(Locale.ROOT, "%c-%04d", kind, last.incrementAndGet());
    var name = "%s-%s.%s".formatted(id, FileNames.slug(title), isText(body) ? "txt" : "bin");
    var file = folder.evidence().resolve(name);
    PlainFiles.write(folder, file, body);
    return new EvidenceEntry(id, title, folder.relative(file), body.length, Sha256.hex(body));
  }

  /** UTF-8 that does nothing to a terminal. */
  private static boolean isText(byte[] body) {
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
