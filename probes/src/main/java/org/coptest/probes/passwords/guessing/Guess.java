package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import org.coptest.probes.instrument.login.LoginOutcome;

/**
 * One wrong password.
 *
 * @param asked since the phase began
 * @param answered since the phase began
 * @param outcome what the device said
 */
public record Guess(Duration asked, Duration answered, LoginOutcome outcome) {}
