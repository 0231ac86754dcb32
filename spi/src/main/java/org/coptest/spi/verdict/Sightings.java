package org.coptest.spi.verdict;

import java.util.List;
import org.coptest.spi.EvidenceRef;

/** Where a violation was seen: twice and independently on the network, once in bytes at rest. */
public final class Sightings {
  private final List<EvidenceRef> evidence;
  private final String place;

  private Sightings(List<EvidenceRef> evidence, String place) {
    this.evidence = evidence;
    this.place = place;
  }

  /**
   * Two independent sightings on the network.
   *
   * @throws IllegalArgumentException when both are the same exchange
   */
  public static Sightings twice(EvidenceRef first, EvidenceRef second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException("one exchange is not two sightings: " + first.id());
    }
    return new Sightings(List.of(first, second), "network");
  }

  /** Bytes of a file or image, which are their own evidence. */
  public static Sightings inBytes(EvidenceRef file) {
    return new Sightings(List.of(file), "bytes");
  }

  /** A statement of the declaration, named by its path or file position. */
  public static Sightings inDeclaration(String path) {
    return new Sightings(List.of(), path);
  }

  /** The exchanges or files that show it. */
  public List<EvidenceRef> evidence() {
    return evidence;
  }

  /** {@code network}, {@code bytes} or the declaration path. */
  public String place() {
    return place;
  }
}
