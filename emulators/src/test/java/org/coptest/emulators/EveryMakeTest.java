package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryMakeTest {

  static Stream<String> everyMake() {
    return ServiceLoader.load(DeviceEmulator.class).stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(
            emulator -> emulator.makes().stream().map(make -> emulator.persona() + "/" + make));
  }

  @BeforeAll
  static void loadClasses() throws IOException {
    Devices.start("camera/conforming").close();
  }

  @Test
  void offersEveryPersona() {
    assertThat(everyMake().map(name -> name.split("/")[0]).distinct())
        .containsExactlyInAnyOrder(
            "broker",
            "camera",
            "guarded",
            "managed",
            "paired",
            "password-page",
            "recorder",
            "secure-shell",
            "silent",
            "tarpit",
            "tricky",
            "web-login",
            "yes-to-everything");
  }

  @ParameterizedTest
  @MethodSource("everyMake")
  void startsInASecondOnTheGivenAddressOnlyAndFreesItsPorts(String make) throws IOException {
    // The quickest counts: other work on this machine is no fault of the emulator.
    assertThat(Stream.of(1, 2, 3).map(i -> startTime(make)).min(Comparator.naturalOrder()))
        .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
    var device = Devices.start(make);
    var ports = ports(make, device);
    for (var port : ports.values()) {
      assertThatThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.1"), port).close())
          .isInstanceOf(ConnectException.class);
    }
    device.close();
    for (var port : ports.values()) {
      rebind(port);
    }
  }

  @ParameterizedTest
  @MethodSource("everyMake")
  void hasEverySecretItNamesAndADifferentOneEachTime(String make) throws IOException {
    var names = emulator(make).secrets(make.split("/")[1]);
    try (var one = Devices.start(make);
        var two = Devices.start(make)) {
      assertThat(names)
          .filteredOn(name -> !name.endsWith("-key"))
          .allSatisfy(name -> assertThat(one.secret(name)).hasSize(16));
      assertThat(names)
          .allSatisfy(name -> assertThat(one.secret(name)).isNotEqualTo(two.secret(name)));
    }
  }

  @Test
  void refusesAnAddressThatIsNotLoopback() throws IOException {
    var elsewhere = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> Devices.emulator("camera").start("conforming", elsewhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void namesTheMakesThereAreWhenAskedForAnother() {
    assertThatThrownBy(() -> Devices.start("silent/loud"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no make 'loud', there are [closed, mute]");
  }

  @Test
  void leavesNoThreadBehind() throws IOException {
    var before = platformThreads();
    for (var make : everyMake().toList()) {
      Devices.start(make).close();
    }
    await().pollInSameThread().untilAsserted(() -> assertThat(newThreads(before)).isEmpty());
  }

  @Test
  void dropsConnectionsThatAreOpenWhenItStops() throws IOException {
    var device = Devices.start("silent/mute");
    try (var peer = Devices.connect(device, "ssh")) {
      device.close();
      assertThat(ended(peer)).isTrue();
    }
  }

  private static Duration startTime(String make) {
    var begun = System.nanoTime();
    try (var device = Devices.start(make)) {
      assertThat(device).isNotNull();
      return Duration.ofNanos(System.nanoTime() - begun);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(Socket peer) throws IOException {
    try {
      return peer.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  private static Map<String, Integer> ports(String make, EmulatedDevice device) {
    var ports = new TreeMap<String, Integer>();
    emulator(make).services(make.split("/")[1]).forEach(s -> ports.put(s, device.port(s)));
    return ports;
  }

  private static DeviceEmulator emulator(String make) {
    return Devices.emulator(make.split("/")[0]);
  }

  private static void rebind(int port) throws IOException {
    try (var again = new ServerSocket()) {
      again.bind(new InetSocketAddress(Devices.here(), port));
      assertThat(again.isBound()).isTrue();
    }
  }

  private static Set<Thread> platformThreads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Set<String> newThreads(Set<Thread> before) {
    return platformThreads().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        // Carriers of virtual threads belong to the JVM and end when idle.
        .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("VirtualThread"))
        .collect(Collectors.toSet());
  }
}
