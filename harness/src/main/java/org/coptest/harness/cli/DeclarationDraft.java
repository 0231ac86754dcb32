package org.coptest.harness.cli;

import java.util.List;
import java.util.Locale;
import org.coptest.spi.ShowsInterfaces.Found;

/** A first targets.yaml for a device of which only the open ports are known. */
final class DeclarationDraft {
  private final String host;

  DeclarationDraft(String host) {
    if (!host.matches("[A-Za-z0-9._:%\\[\\]-]{1,253}")) {
      throw new UsageException("\"%s\" is neither an address nor a host name".formatted(host));
    }
    this.host = host;
  }

  /** What is needed to look at it at all. */
  String minimal() {
    return "declaration: 1%ntargets:%n  - id: %s%n    reach: {host: \"%s\"}%n"
        .formatted(id(), host);
  }

  /** The draft with what was found, to be corrected by the maker. */
  String text(List<Found> found) {
    var text = new StringBuilder();
    text.append(HEAD.formatted(id(), host));
    text.append(found.isEmpty() ? "      logIntf: []\n" : "      logIntf:\n");
    found.forEach(one -> text.append(logIntf(one).indent(2)));
    var logins = found.stream().filter(Found::login).toList();
    text.append(MECHANISMS);
    text.append(logins.isEmpty() ? "      # authMech: []\n" : "      authMech:\n");
    logins.forEach(one -> text.append(authMech(one).indent(2)));
    var channels = found.stream().filter(Found::tls).toList();
    if (!channels.isEmpty()) {
      text.append(CHANNELS);
      channels.forEach(one -> text.append(comMech(one).indent(2)));
    }
    return text.append(TAIL).toString();
  }

  private String id() {
    var id = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return "device-" + (id.length() > 50 ? id.substring(0, 50) : id);
  }

  private static String name(Found one) {
    return one.protocol().orElse("unknown").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-")
        + "-"
        + one.port();
  }

  private static String logIntf(Found one) {
    return """
          - id: LogIntf-%s
            transport: tcp
            port: %d
            protocol: %s
            status: enabled       # disabled, if it should not be open
            # purpose: why the device needs it
            # disclosed: []       # what it tells before login
    """
        .formatted(name(one), one.port(), one.protocol().orElse("unknown"));
  }

  private static String authMech(Found one) {
    return """
          - id: AuthMech-%s
            network: true
            protocol: %s
            factor: password
            endpoint: {interface: LogIntf-%s}
            # target: user        # or machine
            # password: {origin: factory, unique: true, length: 12, charset: "A-Za-z0-9"}
            # bruteForce: {kind: lockout, afterAttempts: 5, lockSeconds: 300, scope: account}
            # validCredential: {user: admin, password: "${env:DEVICE_PASSWORD}"}
            # protectedReference: /   # what is denied without login
    """
        .formatted(name(one), one.protocol().orElse("unknown"), name(one));
  }

  private static String comMech(Found one) {
    return """
          - id: ComMech-%s
            protocol: tls
            role: server
            interface: LogIntf-%s
            # versions: ["1.2", "1.3"]
            # suites: []
            # trustModel: tofu    # public-ca, private-ca, pinned or tofu
    """
        .formatted(name(one), name(one));
  }

  private static final String HEAD =
      """
      # A first declaration, written by coptest init from what it found. Lines with a # are for the maker.
      # A table that is present is taken as complete; one that is absent is asked for (MISSING_INPUT).
      # Every key is explained in docs/adding-a-target.md and docs/targets.schema.json.
      declaration: 1
      targets:
        - id: %s
          identity: {}
            # manufacturer: Acme
            # model: CAM-1
            # firmware: 1.4.2
            # serial: "A1"
          reach: {host: "%s"}
          state: initialized          # factory, setup or initialized
          # profile: lab              # allows logins beyond the declared threshold
          # authorised: {by: your name, until: 2027-01-31, classes: [intrusive], recovery: power-cycle it}
          ics: {}
            # "5.1-1": {support: Y}
            # "5.10-1": {support: N/A, detail: "the device collects no telemetry"}
          ixit:
      """;
  private static final String MECHANISMS =
      "      # Each way to log in, found or not: add those the look could not see.\n";
  private static final String CHANNELS =
      "      # Each protected channel; the device's own connections to its services belong here too.\n"
          + "      comMech:\n";
  private static final String TAIL =
      """
            # userInfo:
            #   disclosurePolicy: {url: https://…}
            #   supportPeriod: {url: https://…, until: 2030-12-31}
            # updMech: …   softComp: …   secParam: …   persData: …   (docs/adding-a-target.md)
      """;
}
