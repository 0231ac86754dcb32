package org.coptest.harness.target.net.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.Origin;

/**
 * A mark as declared.
 *
 * @param values any of them is right
 * @param at the place of the identity in the declaration
 */
public record DeclaredMark(MarkKind kind, List<String> values, Origin at) {

  /** Those that can be compared with what is read. */
  public static List<DeclaredMark> of(Identity identity) {
    return all(identity)
        .filter(mark -> mark.values.stream().allMatch(mark.kind::isComparable))
        .toList();
  }

  /** Paths declared in a form that cannot be compared. */
  public static List<String> unreadable(Identity identity) {
    return all(identity)
        .filter(mark -> !mark.values.stream().allMatch(mark.kind::isComparable))
        .map(mark -> mark.kind.path())
        .toList();
  }

  /** The one of this kind. */
  static Optional<DeclaredMark> of(Identity identity, MarkKind kind) {
    return of(identity).stream().filter(mark -> mark.kind == kind).findFirst();
  }

  private static Stream<DeclaredMark> all(Identity identity) {
    return Stream.of(
            mark(MarkKind.MAC, identity.mac().orElse(List.of()), identity.at()),
            mark(MarkKind.SSH_HOST_KEY, identity.sshHostKey().stream().toList(), identity.at()),
            mark(MarkKind.TLS_KEY, identity.tlsKey().stream().toList(), identity.at()))
        .filter(mark -> !mark.values.isEmpty());
  }

  private static DeclaredMark mark(MarkKind kind, List<String> values, Origin at) {
    return new DeclaredMark(kind, List.copyOf(values), at);
  }

  /** Whether this value was declared. */
  public boolean allows(String read) {
    return values.stream().anyMatch(declared -> kind.same(declared, read));
  }

  /** Where and what, for people. */
  public String text() {
    return "%s (%s) declares %s".formatted(kind.path(), at.text(), String.join(" or ", values));
  }
}
