package org.coptest.probes.passwords.guessing;

import java.util.List;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/**
 * How the logins of a device met guessing; never a password.
 *
 * @param probe id of the probe that looked
 * @param surfaces one entry per place where a login was recognised or is declared
 */
@ObservationType("passwords.guess-trials")
public record GuessTrials(String probe, List<GuessTrial> surfaces) implements Observation {}
