package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class ConnectFailureTest {

  @Test
  void tellsTheDevicesAnswerFromSilence() {
    assertThat(of(new ConnectException("Connection refused"))).isEqualTo(ConnectFailure.REFUSED);
    assertThat(of(new ConnectException("Connection timed out"))).isEqualTo(ConnectFailure.SILENT);
  }

  @Test
  void neverCallsALostDeviceClosed() {
    assertThat(of(new NoRouteToHostException("No route to host")))
        .isEqualTo(ConnectFailure.UNREACHABLE);
    assertThat(of(new SocketException("Host is down"))).isEqualTo(ConnectFailure.UNREACHABLE);
    assertThat(of(new SocketException("Network is unreachable")))
        .isEqualTo(ConnectFailure.UNREACHABLE);
    assertThat(of(new ConnectException("Network is unreachable")))
        .isEqualTo(ConnectFailure.UNREACHABLE);
  }

  @Test
  void callsAResetAfterTheHandshakeOpen() {
    assertThat(of(new SocketException("Connection reset by peer"))).isEqualTo(ConnectFailure.RESET);
  }

  @Test
  void neverBlamesTheDeviceForTheBench() {
    assertThat(of(new SocketException("Too many open files"))).isEqualTo(ConnectFailure.BENCH);
    assertThat(of(new IOException("Too many open files"))).isEqualTo(ConnectFailure.BENCH);
    assertThat(of(new SocketException("Operation not permitted"))).isEqualTo(ConnectFailure.BENCH);
    assertThat(of(new BindException("Cannot assign requested address")))
        .isEqualTo(ConnectFailure.NO_LOCAL_PORT);
  }

  private static ConnectFailure of(IOException failure) {
    return ConnectFailure.of(failure);
  }
}
