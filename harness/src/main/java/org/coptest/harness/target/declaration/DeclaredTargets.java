package org.coptest.harness.target.declaration;

import java.util.List;
import java.util.Optional;

/** The targets of one or more files, checked. */
public record DeclaredTargets(List<File> files, List<DeclaredTarget> targets) {

  /**
   * A file that was read.
   *
   * @param name as given on the command line
   * @param sha256 of its bytes, in hex
   */
  public record File(String name, String sha256) {}

  public DeclaredTargets {
    files = List.copyOf(files);
    targets = List.copyOf(targets);
  }

  /** The target with this id. */
  public Optional<DeclaredTarget> target(String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst();
  }
}
