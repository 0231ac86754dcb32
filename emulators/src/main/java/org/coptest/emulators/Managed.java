package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.PASSWORD;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.UdpPort;
import org.coptest.emulators.snmp.SnmpAgent;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device that is managed over SNMP and offers nothing else. */
@AutoService(DeviceEmulator.class)
public final class Managed implements DeviceEmulator {

  private static final int PATIENCE = 40;

  private final Makes makes =
      new Makes(
          make("conforming", word -> false, agent -> agent),
          make("public", "public"::equals, agent -> agent),
          // Answers "noSuchObject" to public: taken for a refusal, false PASS.
          make("narrow-view", "public"::equals, SnmpAgent::showingNothing),
          // Answers whatever community it hears: every entry is a hit, false FAIL of 5.1-1-2 c.
          make("any-community", word -> true, agent -> agent),
          // Falls silent in the middle of the list: the rest looks refused, false PASS.
          make("falls-silent", word -> false, agent -> agent.silentAfter(PATIENCE)));

  /** Its own community is answered, and these as well. */
  private static Make make(String name, Predicate<String> others, UnaryOperator<SnmpAgent> made) {
    return Make.named(name)
        .secret(PASSWORD)
        .fitted(
            "snmp",
            secrets ->
                UdpPort.answering(
                    made.apply(SnmpAgent.answering(others.or(secrets.value(PASSWORD)::equals)))));
  }

  @Override
  public String persona() {
    return "managed";
  }

  @Override
  public List<String> makes() {
    return makes.names();
  }

  @Override
  public List<String> services(String make) {
    return makes.services(make);
  }

  @Override
  public List<String> secrets(String make) {
    return makes.secrets(make);
  }

  @Override
  public EmulatedDevice start(String make, InetAddress address) throws IOException {
    return makes.start(make, address);
  }
}
