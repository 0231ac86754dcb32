package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.target.net.identity.IdentityCheck;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Transport;

/**
 * What one device may be asked, how fast, and within which limits.
 *
 * @param target id of the target
 * @param addresses pinned addresses; nothing else is ever reached
 * @param allowPublic whether they may be public
 * @param pace the row of the pace table
 * @param limits what the device can cost at most
 * @param locks declared lock-outs
 * @param declaredPorts TCP ports of interfaces that are not declared as disabled
 * @param likelyPorts where the canary looks for a first answer
 * @param secrets hidden in every transcript
 * @param seed of the sweep order
 * @param deadline of the device
 * @param identityChecks marks that must stay the same
 * @param time the bench time
 */
public record DutSettings(
    String target,
    List<InetAddress> addresses,
    boolean allowPublic,
    PaceTable pace,
    Limits limits,
    List<LockWindow> locks,
    List<Integer> declaredPorts,
    List<Integer> likelyPorts,
    List<String> secrets,
    long seed,
    Deadline deadline,
    List<IdentityCheck> identityChecks,
    BenchTime time) {

  private static final int MOST_DECLARED = 32;

  /** Ports that devices of this kind often have, and one that hardly any has: RST is life too. */
  private static final List<Integer> USUAL = List.of(80, 443, 22, 23, 554, 1883, 8080, 65_534);

  /** What the declaration of a target says, with the standard limits. */
  public static DutSettings of(
      Target target, List<InetAddress> addresses, Pace pace, Deadline deadline) {
    return new DutSettings(
        target.id(),
        List.copyOf(addresses),
        mayBePublic(target, deadline.time()),
        PaceTable.of(pace),
        Limits.standard(),
        target.ixit().authMech().stream().flatMap(row -> LockWindow.of(row).stream()).toList(),
        declaredPorts(target, false),
        likelyPorts(target),
        secrets(target),
        target.id().hashCode(),
        deadline,
        List.of(),
        deadline.time());
  }

  /** The same with stricter limits; a laxer one changes nothing. */
  public DutSettings within(Limits stricter) {
    return new DutSettings(
        target,
        addresses,
        allowPublic,
        pace,
        limits.and(stricter),
        locks,
        declaredPorts,
        likelyPorts,
        secrets,
        seed,
        deadline,
        identityChecks,
        time);
  }

  /** The same with these identity checks. */
  public DutSettings watching(List<IdentityCheck> checks) {
    return new DutSettings(
        target,
        addresses,
        allowPublic,
        pace,
        limits,
        locks,
        declaredPorts,
        likelyPorts,
        secrets,
        seed,
        deadline,
        List.copyOf(checks),
        time);
  }

  /** Where the canary looks for a first answer. */
  List<InetSocketAddress> likely() {
    return addresses.stream()
        .flatMap(address -> likelyPorts.stream().map(port -> new InetSocketAddress(address, port)))
        .toList();
  }

  private static boolean mayBePublic(Target target, BenchTime time) {
    var today = LocalDate.ofInstant(time.utc(), ZoneOffset.UTC);
    return target.reach().allowPublic().orElse(false)
        && target.authorised().filter(grant -> !grant.until().isBefore(today)).isPresent();
  }

  private static List<Integer> declaredPorts(Target target, boolean disabled) {
    return target.ixit().logIntf().stream()
        .filter(row -> row.transport().filter(Transport.TCP::equals).isPresent())
        .filter(
            row -> disabled == row.status().filter(InterfaceStatus.DISABLED::equals).isPresent())
        .flatMap(row -> row.port().stream())
        .distinct()
        .toList();
  }

  // A disabled one may answer with RST, which is life too.
  private static List<Integer> likelyPorts(Target target) {
    var declared =
        Stream.concat(declaredPorts(target, false).stream(), declaredPorts(target, true).stream());
    return Stream.concat(declared.limit(MOST_DECLARED), USUAL.stream()).distinct().toList();
  }

  private static List<String> secrets(Target target) {
    return target.ixit().authMech().stream()
        .flatMap(DutSettings::secrets)
        .map(Secret::reveal)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<Secret> secrets(AuthMech row) {
    var valid = row.validCredential();
    return Stream.of(
            valid.flatMap(Credential::password),
            valid.flatMap(Credential::key),
            row.password().flatMap(PasswordFacts::label))
        .flatMap(Optional::stream);
  }
}
