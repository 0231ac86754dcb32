package org.coptest.probes.passwords;

import java.util.List;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.spi.DataList;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;

/**
 * What the logins of one protocol were asked and how they answered; never a password.
 *
 * @param protocol ssh, telnet, http, …
 * @param probe id of the probe that looked
 * @param list the credentials that were tried
 * @param surfaces one entry per place where a login of this protocol was looked for
 */
@ObservationType("passwords.login-trials")
public record LoginTrials(String protocol, String probe, DataList list, List<SurfaceTrial> surfaces)
    implements Observation {}
