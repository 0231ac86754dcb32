package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;

/** What the device says it is; checked before and after each probe as far as readable. */
public record Identity(
    @Key(doc = "maker") Optional<String> manufacturer,
    @Key(doc = "model designation") Optional<String> model,
    @Key(doc = "hardware version") Optional<String> hardware,
    @Key(doc = "firmware version") Optional<String> firmware,
    @Key(doc = "serial number") Optional<String> serial,
    @Key(doc = "MAC addresses") Optional<List<String>> mac,
    @Key(doc = "IMEI") Optional<String> imei,
    @Key(doc = "name of its own Wi-Fi network") Optional<String> ssid,
    @Key(doc = "SHA256 fingerprint of its SSH host key") Optional<String> sshHostKey,
    @Key(doc = "SHA-256 of its TLS public key") Optional<String> tlsKey,
    Origin at) {}
