package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.guarded;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import org.coptest.emulators.coap.CoapServer;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A sensor that speaks CoAP inside DTLS to who has its key, and offers nothing else. */
@AutoService(DeviceEmulator.class)
public final class Paired implements DeviceEmulator {

  private static final String IDENTITY = "Client_identity";
  private static final String KEY = "secretPSK";

  private final Makes makes =
      new Makes(
          make("conforming", guarded(CoapServer::with)),
          // The owner's key works too, so a tool that only checks that one passes it.
          make("sample-key", guarded(IDENTITY, KEY, CoapServer::with)),
          // Goes on with whoever it does not know: a tool that waits for "unknown identity"
          // takes every identity for known, or the missing refusal for success.
          make("plays-along", guarded(CoapServer::playingAlong)),
          make("plays-along-sample-key", guarded(IDENTITY, KEY, CoapServer::playingAlong)));

  private static Make make(String name, Function<Secrets, Service> coaps) {
    return Make.named(name).secret(CameraParts.PASSWORD).fitted("coaps", coaps);
  }

  @Override
  public String persona() {
    return "paired";
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
