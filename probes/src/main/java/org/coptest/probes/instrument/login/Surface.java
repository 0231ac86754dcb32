package org.coptest.probes.instrument.login;

import org.coptest.spi.net.Endpoint;

/**
 * Where logins are tried.
 *
 * @param subject interface id or {@code tcp/22}; the same from run to run
 * @param protocol ssh, telnet, http, https, …
 * @param endpoint the port
 * @param budget id under which the login budget counts what is tried here
 */
public record Surface(String subject, String protocol, Endpoint endpoint, String budget) {}
