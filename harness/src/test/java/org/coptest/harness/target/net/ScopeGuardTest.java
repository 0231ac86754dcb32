package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.9",
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.64",
        "169.254.7.7",
        "::1",
        "fe80::1",
        "fd00::12",
        "192.0.2.5",
        "198.51.100.1",
        "203.0.113.200",
        "198.19.0.1",
        "2001:db8::5"
      })
  void letsADeclaredPrivateAddressThrough(String text) throws Exception {
    var address = InetAddress.getByName(text);

    var admitted =
        new ScopeGuard(List.of(address), false).admit(Endpoint.tcp(address, 80), Transport.TCP);

    assertThat(admitted.getAddress()).isEqualTo(address);
    assertThat(admitted.getPort()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.64.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1"})
  void refusesAPublicAddressUnlessItIsAllowed(String text) throws Exception {
    var declared = List.of(InetAddress.getByName(text));

    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> new ScopeGuard(declared, false))
        .withMessageContaining("reach.allowPublic");
    assertThat(new ScopeGuard(declared, true).admit(declared.getFirst()).getHostAddress())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"224.0.0.251", "239.1.1.1", "ff02::fb", "0.0.0.0", "::", "255.255.255.255"})
  void refusesWhatIsNotOneDeviceEvenIfDeclared(String text) throws Exception {
    var declared = List.of(InetAddress.getByName(text));

    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> new ScopeGuard(declared, true));
  }

  @Test
  void refusesWhatIsNotDeclared() throws Exception {
    var guard = new ScopeGuard(List.of(InetAddress.getByName("127.0.0.5")), false);
    var other = InetAddress.getByName("127.0.0.6");

    assertThatExceptionOfType(OutOfScopeException.class).isThrownBy(() -> guard.admit(other));
  }

  @Test
  void refusesAWrongTransportAndAWrongPort() throws Exception {
    var address = InetAddress.getByName("127.0.0.5");
    var guard = new ScopeGuard(List.of(address), false);

    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> guard.admit(Endpoint.tcp(address, 80), Transport.UDP));
    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> guard.admit(Endpoint.tcp(address, 0), Transport.TCP));
    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> guard.admit(Endpoint.tcp(address, 65_536), Transport.TCP));
  }

  @Test
  void keepsTheInterfaceOfALinkLocalAddress() throws Exception {
    var bytes = InetAddress.getByName("fe80::1").getAddress();
    var declared = Inet6Address.getByAddress(null, bytes, 3);
    var guard = new ScopeGuard(List.of(declared), false);

    var admitted = guard.admit(Inet6Address.getByAddress(null, bytes, -1));

    assertThat(((Inet6Address) admitted).getScopeId()).isEqualTo(3);
    assertThatExceptionOfType(OutOfScopeException.class)
        .isThrownBy(() -> guard.admit(Inet6Address.getByAddress(null, bytes, 4)));
  }
}
