package org.coptest.probes.instrument.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * An SSH client that speaks everything old devices speak (SHA-1 key exchange, ssh-dss, CBC, 3DES)
 * and knows no keys, agents, hosts or settings of the person who runs it. For logins only.
 */
final class PermissiveSsh {
  private static final Duration WHOLE_LOGIN = Duration.ofSeconds(20);

  private PermissiveSsh() {}

  static SshClient start() {
    var client =
        ClientBuilder.builder()
            .serverKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE)
            .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
            .build();
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServiceFactories(
        List.of(new WatchedAuthFactory(), ClientConnectionServiceFactory.INSTANCE));
    client.setNioWorkers(1);
    old(client);
    limits(client);
    client.start();
    return client;
  }

  private static void old(SshClient client) {
    // The quick ones first: hundreds of connections are made, and none carries a secret of value.
    var exchanges =
        new LinkedHashSet<>(List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.ecdhp256));
    exchanges.addAll(ClientBuilder.DEFAULT_KEX_PREFERENCE);
    exchanges.addAll(BuiltinDHFactories.VALUES);
    client.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(true, exchanges, ClientBuilder.DH2KEX));
    var signatures = new LinkedHashSet<>(ClientBuilder.DEFAULT_SIGNATURE_PREFERENCE);
    signatures.addAll(BuiltinSignatures.VALUES);
    client.setSignatureFactories(
        new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, signatures)));
    var ciphers = new LinkedHashSet<>(ClientBuilder.DEFAULT_CIPHERS_PREFERENCE);
    ciphers.addAll(BuiltinCiphers.VALUES);
    ciphers.remove(BuiltinCiphers.none);
    client.setCipherFactories(new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, ciphers)));
    var macs = new LinkedHashSet<>(ClientBuilder.DEFAULT_MAC_PREFERENCE);
    macs.addAll(BuiltinMacs.VALUES);
    client.setMacFactories(new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, macs)));
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
