package org.coptest.probes.passwords;

import java.util.List;
import org.coptest.spi.DataList;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/**
 * Which public keys SSH servers take; never a private key.
 *
 * @param probe id of the probe that looked
 * @param list the published keys that were asked about
 * @param surfaces one entry per open SSH port
 */
@ObservationType("passwords.ssh-key-trials")
public record SshKeyTrials(String probe, DataList list, List<SshKeyTrial> surfaces)
    implements Observation {}
