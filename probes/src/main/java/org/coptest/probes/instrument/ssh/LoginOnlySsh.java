package org.coptest.probes.instrument.ssh;

import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * SSH clients that log in and do nothing else: they know no keys, agents, hosts or settings of the
 * person who runs them.
 */
final class LoginOnlySsh {
  private static final Duration WHOLE_LOGIN = Duration.ofSeconds(20);

  private LoginOnlySsh() {}

  /** Speaks what is current; a device of our time needs nothing else. */
  static SshClient current() {
    var client = made();
    SshAlgorithms.current(client);
    client.start();
    return client;
  }

  /** Speaks everything that old devices speak as well: SHA-1, DSA, CBC, 3DES, group 1. */
  static SshClient old() {
    var client = made();
    SshAlgorithms.everything(client);
    client.start();
    return client;
  }

  private static SshClient made() {
    var client =
        ClientBuilder.builder()
            .serverKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE)
            .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
            .build();
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServiceFactories(
        List.of(new WatchedAuthFactory(), ClientConnectionServiceFactory.INSTANCE));
    client.setNioWorkers(1);
    client.addSessionListener(new Negotiation());
    limits(client);
    return client;
  }

  private static void limits(SshClient client) {
    CoreModuleProperties.AUTH_TIMEOUT.set(client, WHOLE_LOGIN);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, WHOLE_LOGIN);
    CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
    CoreModuleProperties.PROP_DHGEX_CLIENT_MIN_KEY.set(client, 1024);
    CoreModuleProperties.PROP_DHGEX_CLIENT_PRF_KEY.set(client, 2048);
    CoreModuleProperties.DISCONNECT_TIMEOUT.set(client, Duration.ofSeconds(1));
    CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, Duration.ofSeconds(1));
  }
}
