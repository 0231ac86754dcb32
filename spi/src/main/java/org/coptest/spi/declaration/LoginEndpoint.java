package org.coptest.spi.declaration;

import java.util.Optional;

/** Where a login is made. */
public record LoginEndpoint(
    @Key(value = "interface", doc = "id of the logIntf") Optional<String> interfaceId,
    @Key(doc = "path on it") Optional<String> path,
    @Key(doc = "form field of the user name") Optional<String> userField,
    @Key(doc = "form field of the password") Optional<String> passwordField,
    @Key(doc = "request method") Optional<String> method) {}
