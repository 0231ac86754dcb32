package org.coptest.harness.target.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.254", "192.168.0.9", "169.254.3.4",
        "::1", "fe80::1", "fe80::1%eth0", "fd00::1", "fc12::1", "::ffff:10.0.0.1"
      })
  void takesForLocal(String text) {
    assertThat(HostText.of(text))
        .isInstanceOfSatisfying(
            HostText.Literal.class, literal -> assertThat(literal.isPublic()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "100.64.0.1",
        "203.0.113.5",
        "2001:db8::1",
        "2a00::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808"
      })
  void takesForPublic(String text) {
    assertThat(HostText.of(text))
        .isInstanceOfSatisfying(
            HostText.Literal.class, literal -> assertThat(literal.isPublic()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cam", "cam.local", "cam-01.lab.example.", "my_cam"})
  void takesForAName(String text) {
    assertThat(HostText.of(text)).isInstanceOf(HostText.Name.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "http://a", "10.0.0.0/24", "10.0.0.1:80", "256.1.1.1", "1.2.3", "16909060",
        "010.0.0.1", "0x7f.1", "1.2.3.4.", "0.0.0.0", "::", "224.0.0.1", "ff02::1", "a..b", "-a",
        "1::2::3", "cam.7", "münchen"
      })
  void refuses(String text) {
    assertThat(HostText.of(text)).isInstanceOf(HostText.Invalid.class);
  }
}
