package org.coptest.probes.passwords.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.Target;

/**
 * Something the device tells everyone, or that stands on its label.
 *
 * @param kind the same for every sample: {@code mac-1}, {@code serial}, {@code tells:LogIntf-Web-1}
 * @param value as declared, cut to a length no identifier has
 * @param ofDevice whether it differs from device to device
 */
record Identifier(String kind, String value, boolean ofDevice) {
  private static final int LONGEST = 128;
  private static final int MOST = 64;

  /** All that are declared. */
  static List<Identifier> of(Target target) {
    var found = new ArrayList<Identifier>();
    var identity = target.identity();
    numbered("mac", identity.mac().orElse(List.of()), found);
    add("serial", identity.serial(), true, found);
    add("imei", identity.imei(), true, found);
    add("ssid", identity.ssid(), true, found);
    add("ssh-host-key", identity.sshHostKey(), true, found);
    add("tls-key", identity.tlsKey(), true, found);
    target.ixit().logIntf().stream()
        .forEach(row -> numbered("tells:" + row.id(), row.disclosed().orElse(List.of()), found));
    names(identity, found);
    return found.stream().limit(MOST).toList();
  }

  private static void names(Identity identity, List<Identifier> found) {
    add("model", identity.model(), false, found);
    add("manufacturer", identity.manufacturer(), false, found);
    add("hardware", identity.hardware(), false, found);
  }

  private static void numbered(String kind, List<String> values, List<Identifier> found) {
    for (int i = 0; i < values.size(); i++) {
      add(kind + "-" + (i + 1), Optional.of(values.get(i)), true, found);
    }
  }

  private static void add(
      String kind, Optional<String> value, boolean ofDevice, List<Identifier> found) {
    value
        .filter(text -> !text.isBlank())
        .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
        .ifPresent(text -> found.add(new Identifier(kind, text, ofDevice)));
  }

  boolean isMac() {
    return kind.startsWith("mac-");
  }
}
