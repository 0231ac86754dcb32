package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.coptest.spi.emulation.EmulatedDevice;

/** Plain requests of HTTP and RTSP over sockets, with or without TLS. */
final class Web {

  private Web() {}

  static String get(Socket socket, String path, String... headers) throws IOException {
    return request(socket, "GET " + path + " HTTP/1.1", headers);
  }

  static String request(Socket socket, String line, String... headers) throws IOException {
    var text = line + "\r\nHost: cam\r\nConnection: close\r\n";
    for (var header : headers) {
      text += header + "\r\n";
    }
    socket.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
    if (line.endsWith("RTSP/1.0")) {
      socket.shutdownOutput();
    }
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  static String basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static SSLSocket secure(EmulatedDevice device, String service) throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anyone()}, null);
      var socket = Devices.connect(device, service);
      return (SSLSocket) context.getSocketFactory().createSocket(socket, "cam", 0, true);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Trusts everyone, as these certificates are made anew at each start. */
  private static final class Anyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
