package org.coptest.emulators;

import java.util.Map;
import java.util.Optional;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.plain.Plain;
import org.coptest.emulators.telnet.Login;
import org.coptest.emulators.telnet.TelnetConsole;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.Digest;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.RtspServer;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;

/** A camera that keeps to the rules and says harmful things in every place it can. */
final class HostileParts {

  private static final int NAME_LENGTH = 64;

  private HostileParts() {}

  /** The camera. */
  static Make hostileBanner() {
    return CameraParts.conforming()
        .as("hostile-banner")
        .fitted("https", CameraParts.guarded(HostileParts::https))
        .fitted("rtsp", CameraParts.guarded(HostileParts::rtsp))
        .fitted("telnet", CameraParts.guarded(HostileParts::telnet))
        .with("banner", Service.tcp(Plain.banner(String.join("\r\n", HostileText.payloads()))));
  }

  private static Service https(Accounts accounts) {
    var name = HostileText.payloads().getFirst() + HostileText.payloads().get(1);
    return ModernTls.serving(
        name.substring(0, Math.min(NAME_LENGTH, name.length())), web(accounts));
  }

  private static Conversation web(Accounts accounts) {
    var realm = HostileText.line().replace("\"", "\\\"");
    var page = TextAnswer.page(HostileText.line(), HostileText.line());
    Pages guarded = Pages.behind(new Basic(realm, accounts), Pages.always(page));
    Pages rest =
        Pages.always(
            TextAnswer.of(404, HostileText.line(), HostileText.line())
                .with("Set-Cookie", HostileText.line()));
    return new WebServer(Pages.at(Map.of("/", guarded), rest), Optional.of(HostileText.line()));
  }

  private static Service rtsp(Accounts accounts) {
    return Service.tcp(new RtspServer(new Digest("CAM-1", accounts), HostileText.line()));
  }

  private static Service telnet(Accounts accounts) {
    var greeting = String.join("\r\n", HostileText.payloads()) + "\r\n";
    return Service.tcp(TelnetConsole.guarded(greeting, Login.usual(accounts)));
  }
}
