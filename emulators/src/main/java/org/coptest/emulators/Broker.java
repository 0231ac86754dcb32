package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.PASSWORD;
import static org.coptest.emulators.CameraParts.guarded;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.mqtt.House;
import org.coptest.emulators.mqtt.MqttBroker;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A home hub whose only service is an MQTT broker. */
@AutoService(DeviceEmulator.class)
public final class Broker implements DeviceEmulator {

  private static final UnaryOperator<House> SOUND = house -> house;

  private final Makes makes =
      new Makes(
          make("conforming", broker(SOUND)),
          make("default-pair", with("admin", "public", SOUND)),
          make("version-5", broker(House::inVersion5Only)),
          // A tool that speaks MQTT 3.1.1 only is refused every login: false PASS.
          make("version-5-default-pair", with("root", "xc3511", House::inVersion5Only)),
          // Every pair of the list gets CONNACK 0, as does nobody in particular: false FAIL of
          // 5.1-1-2 c, and no tool that looks for default passwords says that none is needed.
          make("anonymous", everybody(House::alsoAnonymous)),
          // CONNACK 0 for every login, then the end: taken for success, false FAIL.
          make("sends-away", everybody(House::sendingAway)),
          // Grants every topic to everybody and delivers nothing: SUBACK is taken for access.
          make("delivers-nothing", everybody(house -> house.alsoAnonymous().deliveringNothing())));

  private static Make make(String name, Function<Secrets, Service> mqtt) {
    return Make.named(name).secret(PASSWORD).fitted("mqtt", mqtt);
  }

  private static Function<Secrets, Service> broker(UnaryOperator<House> rules) {
    return guarded(accounts -> service(accounts, rules));
  }

  private static Function<Secrets, Service> with(
      String user, String password, UnaryOperator<House> rules) {
    return guarded(user, password, accounts -> service(accounts, rules));
  }

  private static Function<Secrets, Service> everybody(UnaryOperator<House> rules) {
    return secrets -> service(Accounts.everybody(), rules);
  }

  private static Service service(Accounts accounts, UnaryOperator<House> rules) {
    return Service.tcp(new MqttBroker(rules.apply(House.of(accounts))));
  }

  @Override
  public String persona() {
    return "broker";
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
