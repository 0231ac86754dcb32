package org.coptest.probes.instrument.login;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.net.Transport;

/**
 * Everything that was tried on one surface.
 *
 * @param subject interface id or {@code tcp/22}
 * @param protocol ssh, telnet, http, https, …
 * @param transport TCP or UDP
 * @param port port number
 * @param endpoint address and port, for people
 * @param mechanism the login it offers
 * @param looks U: what was served without a login
 * @param attempts controls and candidates in the order made
 * @param total entries of the list that apply here
 * @param excluded entries left out because the user chose that very password
 * @param cut why the list was not finished
 */
public record SurfaceTrial(
    String subject,
    String protocol,
    Transport transport,
    int port,
    String endpoint,
    Mechanism mechanism,
    List<Look> looks,
    List<LoginAttempt> attempts,
    int total,
    int excluded,
    Optional<Cut> cut) {

  /** A surface that was declared and where nothing listens. */
  public static SurfaceTrial closed(Surface surface, Look look) {
    return new SurfaceTrial(
        surface.subject(),
        surface.protocol(),
        surface.endpoint().transport(),
        surface.endpoint().port(),
        surface.endpoint().text(),
        Mechanism.CLOSED,
        List.of(look),
        List.of(),
        0,
        0,
        Optional.empty());
  }

  /** A surface on which nothing was tried, and why. */
  public static SurfaceTrial cut(Surface surface, Look look, Cut why) {
    return new SurfaceTrial(
        surface.subject(),
        surface.protocol(),
        surface.endpoint().transport(),
        surface.endpoint().port(),
        surface.endpoint().text(),
        Mechanism.UNKNOWN,
        List.of(look),
        List.of(),
        0,
        0,
        Optional.of(why));
  }

  /** The attempts made for this reason. */
  public Stream<LoginAttempt> in(AttemptRole role) {
    return attempts.stream().filter(attempt -> attempt.role() == role);
  }

  /** Entries of the list on which the device decided. */
  public int tried() {
    return (int) in(AttemptRole.CANDIDATE).filter(a -> a.outcome().decided()).count();
  }

  /** Wrong credentials that were let in. */
  public List<LoginAttempt> wronglyAccepted() {
    return attempts.stream().filter(LoginAttempt::wronglyAccepted).toList();
  }

  /** Looks that were served without a login. */
  public List<Look> granted() {
    return looks.stream().filter(look -> look.access() == Access.GRANTED).toList();
  }

  /** Methods, schemes or prompts that were offered. */
  public List<String> offered() {
    return looks.stream().flatMap(look -> look.offered().stream()).distinct().toList();
  }
}
