package org.coptest.harness.target.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The part of a TLS server with a certificate of its own. */
final class ScriptedTls implements LoopServer.Part {
  private static final char[] WORD = "changeit".toCharArray();
  private final KeyStore keys;
  private final String[] versions;
  private final boolean asksForCertificate;
  private final AtomicInteger served = new AtomicInteger();

  private ScriptedTls(KeyStore keys, boolean asksForCertificate, String... versions) {
    this.keys = keys;
    this.asksForCertificate = asksForCertificate;
    this.versions = versions;
  }

  /** Makes a key and a certificate. */
  static ScriptedTls speaking(String... versions) throws Exception {
    var folder = Files.createTempDirectory("tls");
    var store = folder.resolve("keys.p12");
    try {
      keytool(store, "-genkeypair -alias a -keyalg EC -groupname secp256r1 -dname CN=device");
      return new ScriptedTls(loaded(store), false, versions);
    } finally {
      Files.deleteIfExists(store);
      Files.delete(folder);
    }
  }

  /** The same key, and clients must show a certificate. */
  ScriptedTls askingForCertificates() {
    return new ScriptedTls(keys, true, versions);
  }

  /** SHA-256 of its public key. */
  String print() throws Exception {
    var key = keys.getCertificate("a").getPublicKey().getEncoded();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
  }

  int served() {
    return served.get();
  }

  @Override
  public void play(Socket socket) throws Exception {
    served.incrementAndGet();
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, WORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    try (var tls =
        (SSLSocket) context.getSocketFactory().createSocket(socket, (InputStream) null, true)) {
      tls.setEnabledProtocols(versions);
      tls.setNeedClientAuth(asksForCertificate);
      tls.startHandshake();
      tls.getInputStream().readAllBytes();
    }
  }

  private static KeyStore loaded(Path store) throws Exception {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, WORD);
    }
    return keys;
  }

  private static void keytool(Path store, String arguments) throws Exception {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(WORD)));
    command.addAll(List.of("-keystore", store.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
