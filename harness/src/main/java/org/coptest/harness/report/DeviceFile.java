package org.coptest.harness.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.coptest.harness.record.Digests;

/** Names of files about a device: its id where that is a plain name, else a digest of it. */
public final class DeviceFile {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern TAKEN = Pattern.compile("index");

  private DeviceFile() {}

  /** A name without separators that no other device has. */
  public static String name(String device) {
    return PLAIN.matcher(device).matches() && !TAKEN.matcher(device).matches()
        ? device
        : "device-" + Digests.sha256(device.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }
}
