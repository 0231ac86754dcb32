package org.coptest.harness.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Profile;

/**
 * How a campaign is run.
 *
 * @param profile how far it may go; empty for what each target declares
 * @param pace overrides the pace of the targets
 * @param parallel devices at a time
 * @param budget wall-clock limit of the whole campaign
 * @param operator name of the person at the bench
 * @param credentials of the lab, tried before the bundled ones
 * @param seed of all randomness
 * @param today day of the run
 */
public record RunSettings(
    Optional<Profile> profile,
    Optional<Pace> pace,
    int parallel,
    Optional<Duration> budget,
    Selection selection,
    Optional<String> operator,
    LabCredentials credentials,
    long seed,
    LocalDate today) {}
