package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.PASSWORD;
import static org.coptest.emulators.CameraParts.guarded;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.DigestSite;
import org.coptest.emulators.web.FormSite;
import org.coptest.emulators.web.FormSite.Manner;
import org.coptest.emulators.web.JsonSite;
import org.coptest.emulators.web.LoginCheck;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;
import org.coptest.emulators.web.WebSite;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device with nothing but a web server, whose login is made in one of the usual ways. */
@AutoService(DeviceEmulator.class)
public final class WebLogin implements DeviceEmulator {

  private final Map<Secrets, Integer> securePorts = new ConcurrentHashMap<>();

  private final Makes makes =
      new Makes(
          // Twins, with the owner's password alone and with a listed pair beside it.
          make("digest", WebLogin::digest),
          listed("digest-default", "admin", "admin", WebLogin::digest),
          make("form", FormSite::new),
          listed("form-known-pair", "admin", "1234", FormSite::new),
          make("json", JsonSite::new),
          listed("json-default", "admin", "admin", JsonSite::new),
          // Every path is the same page without a form, as 200: all passwords valid, or no login.
          listed("script-page", "admin", "admin", JsonSite::new),
          // Who tries passwords at the front page finds them all good: false FAIL, or no login.
          listed("open-front", "admin", "admin", WebLogin::openFront),
          // A wrong password is answered with 200 and the page to log in: false FAIL.
          make("page-for-401", WebLogin::pageFor401),
          // "Wrong" stands on every page, so nothing is ever accepted: false PASS.
          listed("form-script-texts", "admin", "1234", manner(Manner.TEXTS_IN_SCRIPT)),
          // The page of the lock-out lacks the text of the failure: false FAIL.
          make("form-lock-out", manner(Manner.LOCK_OUT)),
          // There is a cookie before anybody logged in: false FAIL, and none new after: false PASS.
          make("form-early-cookie", manner(Manner.EARLY_COOKIE)),
          listed("form-early-cookie-default", "admin", "1234", manner(Manner.EARLY_COOKIE)),
          // Each failure reads differently: false FAIL.
          make("form-echo", manner(Manner.ECHO)),
          // A listed pair is let in, and so is everybody else: the fault is another one.
          make("form-any-credential", accounts -> new FormSite(Accounts.everybody())),
          // Everybody is welcomed with a cookie, and reaches nothing: false FAIL.
          make("form-decoy", manner(Manner.DECOY)),
          // The port without TLS asks for no login, since it does nothing but send to the other.
          Make.named("to-https")
              .secret(PASSWORD)
              .fitted("https", this::known)
              .fitted("http", this::toHttps));

  private static Make make(String name, Function<Accounts, WebSite> site) {
    return Make.named(name).secret(PASSWORD).fitted("https", guarded(secure(site)));
  }

  private static Make listed(
      String name, String user, String password, Function<Accounts, WebSite> site) {
    return Make.named(name).secret(PASSWORD).fitted("https", guarded(user, password, secure(site)));
  }

  private static Function<Accounts, Service> secure(Function<Accounts, WebSite> site) {
    return accounts -> ModernTls.serving(NAME, WebServer.of(site.apply(accounts)));
  }

  private static Function<Accounts, WebSite> manner(Manner manner) {
    return accounts -> new FormSite(accounts, manner);
  }

  private static WebSite digest(Accounts accounts) {
    var pages =
        Pages.at(
            Map.of(
                "/", Pages.always(TextAnswer.page("CAM-1", "Live view")),
                "/api/settings", CameraParts.settings()),
            Pages.always(TextAnswer.notFound()));
    return new DigestSite(accounts, pages);
  }

  private static WebSite openFront(Accounts accounts) {
    var settings = Pages.behind(new Basic("CAM-1", accounts), CameraParts.settings());
    var front = Pages.always(TextAnswer.page("CAM-1", "Please open the app"));
    return WebSite.of(
        Pages.at(
            Map.of("/", front, "/api/settings", settings), Pages.always(TextAnswer.notFound())));
  }

  private static WebSite pageFor401(Accounts accounts) {
    LoginCheck login = new Basic("CAM-1", accounts);
    var page = TextAnswer.page("CAM-1", "Log in<form><input name=u><input type=password></form>");
    Pages settings =
        (method, path, authorization) ->
            authorization.isEmpty() || login.admits(method, path, authorization)
                ? Pages.behind(login, CameraParts.settings()).answer(method, path, authorization)
                : page;
    return WebSite.of(
        Pages.at(Map.of("/api/settings", settings), Pages.always(TextAnswer.notFound())));
  }

  /** The port of TLS, whose number the other one has to know. */
  private Service known(Secrets secrets) {
    var service = guarded(secure(WebLogin::digest)).apply(secrets);
    return site -> {
      var port = service.open(site);
      securePorts.put(secrets, port.number());
      return port;
    };
  }

  private Service toHttps(Secrets secrets) {
    WebSite elsewhere =
        request -> {
          var host = request.header("host").orElse(NAME).replaceFirst(":\\d{1,5}$", "");
          var port = securePorts.getOrDefault(secrets, 443);
          return TextAnswer.of(301, "Moved Permanently", "")
              .with("Location", "%s://%s:%d%s".formatted("https", host, port, request.target()));
        };
    return Service.tcp(WebServer.of(elsewhere));
  }

  @Override
  public String persona() {
    return "web-login";
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
