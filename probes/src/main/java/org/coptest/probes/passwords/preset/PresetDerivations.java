package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.verdict.Control;

/**
 * Which rules compute the preset passwords of these samples from public identifiers. No password is
 * in it.
 *
 * @param samples how many samples were looked at
 * @param mechanisms one entry for each mechanism with preset passwords
 * @param control whether passwords made by a known rule were found in the same search
 */
@ObservationType("passwords.preset-derivations")
public record PresetDerivations(int samples, List<Mechanism> mechanisms, Control control)
    implements Observation {

  /**
   * One mechanism.
   *
   * @param id its row in ixit.authMech
   * @param searches one for each sample whose password is known
   * @param commonRules how many rules give the password of every sample
   * @param commonRule the simplest of them
   */
  public record Mechanism(
      String id, List<Search> searches, int commonRules, Optional<Match> commonRule) {}

  /**
   * The search for the password of one sample.
   *
   * @param target id of the sample
   * @param source where the password is known from
   * @param shape what may be recorded of it
   * @param identifiers kinds of identifiers of this sample that were tried
   * @param candidates how many it was compared with
   * @param hashes how many digests and texts were computed, for all passwords of the sample
   * @param complete whether the search came to its end
   * @param matches how many rules give this password
   * @param match the simplest of them
   * @param common the longest piece shared with an identifier
   */
  public record Search(
      String target,
      PresetSource source,
      PasswordShape shape,
      List<String> identifiers,
      long candidates,
      long hashes,
      boolean complete,
      int matches,
      Optional<Match> match,
      CommonText common) {}

  /**
   * A rule that gives a password.
   *
   * @param rule its name, such as {@code sha1(serial.raw).hex[0..8]}
   * @param tier how far-fetched it is
   * @param chance that a random password meets one of the candidates up to this tier
   */
  public record Match(String rule, Tier tier, double chance) {}
}
