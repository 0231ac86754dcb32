package org.coptest.probes.instrument.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;

/** Which algorithms a client offers, each time the quick ones first: none guards a real secret. */
final class SshAlgorithms {
  private SshAlgorithms() {}

  /** Without SHA-1, DSA and CBC (RFC 9142, and what current servers accept). */
  static void current(SshClient client) {
    exchanges(client, ClientBuilder.DEFAULT_KEX_PREFERENCE);
    signatures(client, current(ClientBuilder.DEFAULT_SIGNATURE_PREFERENCE));
    ciphers(client, current(ClientBuilder.DEFAULT_CIPHERS_PREFERENCE));
    macs(client, current(ClientBuilder.DEFAULT_MAC_PREFERENCE));
  }

  /** All there is, but for "no cipher". */
  static void everything(SshClient client) {
    exchanges(client, both(ClientBuilder.DEFAULT_KEX_PREFERENCE, BuiltinDHFactories.VALUES));
    signatures(client, both(ClientBuilder.DEFAULT_SIGNATURE_PREFERENCE, BuiltinSignatures.VALUES));
    var ciphers = both(ClientBuilder.DEFAULT_CIPHERS_PREFERENCE, BuiltinCiphers.VALUES);
    ciphers.remove(BuiltinCiphers.none);
    ciphers(client, ciphers);
    macs(client, both(ClientBuilder.DEFAULT_MAC_PREFERENCE, BuiltinMacs.VALUES));
  }

  private static void exchanges(SshClient client, Collection<BuiltinDHFactories> more) {
    var all = both(List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.ecdhp256), more);
    client.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(true, all, ClientBuilder.DH2KEX));
  }

  private static void signatures(SshClient client, Collection<BuiltinSignatures> all) {
    client.setSignatureFactories(new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, all)));
  }

  private static void ciphers(SshClient client, Collection<BuiltinCiphers> all) {
    client.setCipherFactories(new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, all)));
  }

  private static void macs(SshClient client, Collection<BuiltinMacs> all) {
    client.setMacFactories(new ArrayList<>(NamedFactory.setUpBuiltinFactories(true, all)));
  }

  private static <T extends NamedResource> List<T> current(Collection<T> all) {
    return all.stream().filter(it -> !old(it.getName().toLowerCase(Locale.ROOT))).toList();
  }

  /** {@code ssh-rsa} names a signature with SHA-1 (RFC 8332). */
  private static boolean old(String name) {
    return name.endsWith("-cbc")
        || name.startsWith("hmac-sha1")
        || name.startsWith("ssh-rsa")
        || name.startsWith("ssh-dss");
  }

  private static <T> LinkedHashSet<T> both(Collection<T> first, Collection<T> then) {
    var all = new LinkedHashSet<>(first);
    all.addAll(then);
    return all;
  }
}
