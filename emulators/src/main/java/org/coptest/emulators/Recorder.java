package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.guarded;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.ftp.FtpServer;
import org.coptest.emulators.onvif.OnvifServer;
import org.coptest.emulators.plain.Plain;
import org.coptest.emulators.web.Digest;
import org.coptest.emulators.web.RtspServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/**
 * A video recorder with files, a stream and ONVIF: one make without a fault, and one per fault or
 * trap.
 */
@AutoService(DeviceEmulator.class)
public final class Recorder implements DeviceEmulator {

  private static final Duration AHEAD = Duration.ofHours(1);

  private final Makes makes =
      new Makes(
          conforming(),
          conforming().as("default-ftp").fitted("ftp", guarded("root", "xc3511", Recorder::ftp)),
          // 230 comes before any password: a tool that waits for 331 sees no login to try, one
          // that takes 230 for success reports the first default password.
          conforming()
              .as("ftp-name-alone")
              .fitted("ftp", guarded(a -> Service.tcp(FtpServer.guarded(a).trusting("admin")))),
          // The owner's password is fine, so a tool that tries passwords only passes it.
          conforming()
              .as("ftp-anonymous")
              .fitted("ftp", guarded(a -> Service.tcp(FtpServer.guarded(a).publicly()))),
          conforming()
              .as("default-rtsp")
              .fitted("rtsp", guarded("admin", "admin", Recorder::stream)),
          // The description is for everybody and the stream is not: a tool that stops at DESCRIBE
          // fails 5.5-5-2 a, or finds no login at all.
          conforming()
              .as("rtsp-set-up-guarded")
              .fitted("rtsp", guarded(a -> Service.tcp(rtsp(a).guarding("SETUP", "TEARDOWN")))),
          conforming()
              .as("rtsp-open")
              .fitted("rtsp", guarded(a -> Service.tcp(rtsp(a).guarding()))),
          conforming()
              .as("default-onvif")
              .fitted("onvif", guarded("admin", "admin", Recorder::onvif)),
          // Its clock is an hour ahead: tokens by our own clock are refused even with the right
          // password, and a tool calls that a list refused.
          conforming()
              .as("onvif-clock-ahead")
              .fitted("onvif", guarded(a -> onvif(OnvifServer.guarded(a).ahead(AHEAD)))),
          // A pair of the list works, and no tool finds it that reads no clock but its own.
          conforming()
              .as("onvif-clock-ahead-default")
              .fitted(
                  "onvif",
                  guarded("admin", "admin", a -> onvif(OnvifServer.guarded(a).ahead(AHEAD)))),
          // Everybody may ask what it is: taken for a proof, every password is right, and taken
          // for the function that has to be guarded, nothing is.
          conforming()
              .as("onvif-open-information")
              .fitted(
                  "onvif",
                  guarded(a -> onvif(OnvifServer.guarded(a).opening("GetDeviceInformation")))),
          conforming()
              .as("onvif-open-users")
              .fitted("onvif", guarded(a -> onvif(OnvifServer.guarded(a).opening("GetUsers")))),
          // It greets like FTP and then only goes on: a tool that waits for the end of a reply
          // waits for ever, one that takes no answer for "no" passes it.
          conforming()
              .as("ftp-without-end")
              .with("ftp", Service.tcp(Plain.flood("220-CAM-1\r\n"))));

  private static Make conforming() {
    return Make.named("conforming")
        .secret(CameraParts.PASSWORD)
        .fitted("ftp", guarded(Recorder::ftp))
        .fitted("rtsp", guarded(Recorder::stream))
        .fitted("onvif", guarded(Recorder::onvif));
  }

  private static Service ftp(Accounts accounts) {
    return Service.tcp(FtpServer.guarded(accounts));
  }

  private static Service stream(Accounts accounts) {
    return Service.tcp(rtsp(accounts));
  }

  private static Service onvif(Accounts accounts) {
    return onvif(OnvifServer.guarded(accounts));
  }

  private static Service onvif(OnvifServer server) {
    return Service.tcp(server);
  }

  private static RtspServer rtsp(Accounts accounts) {
    return new RtspServer(new Digest("DVR-1", accounts), "DVR");
  }

  @Override
  public String persona() {
    return "recorder";
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
