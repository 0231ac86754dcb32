package org.coptest.probes.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;

/** Keeps artefacts and transcripts in memory. */
public final class MemoryEvidence implements EvidenceLog {
  private final Map<EvidenceRef, String> bodies = new LinkedHashMap<>();
  private final Map<EvidenceRef, String> titles = new LinkedHashMap<>();

  @Override
  public synchronized EvidenceRef text(String title, String body) {
    var ref = new EvidenceRef("E-%04d".formatted(bodies.size() + 1));
    bodies.put(ref, body);
    titles.put(ref, title);
    return ref;
  }

  @Override
  public EvidenceRef bytes(String title, byte[] body) {
    return text(title, new String(body, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void progress(String what, long done, long total) {
    // Nobody watches a test.
  }

  /** What was stored under this id. */
  public synchronized String body(EvidenceRef ref) {
    return Optional.ofNullable(bodies.get(ref)).orElseThrow();
  }

  /** The titles in the order they were stored. */
  public synchronized List<String> titles() {
    return List.copyOf(titles.values());
  }
}
