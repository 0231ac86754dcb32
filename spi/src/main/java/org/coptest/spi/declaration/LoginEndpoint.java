package org.coptest.spi.declaration;

import java.util.Map;
import java.util.Optional;

/** Where and how a login is made. */
public record LoginEndpoint(
    @Key(value = "interface", doc = "id of the logIntf") Optional<String> interfaceId,
    @Key(doc = "path on it: the page with the form, or what takes the login") Optional<String> path,
    @Key(doc = "form field of the user name") Optional<String> userField,
    @Key(doc = "form field of the password") Optional<String> passwordField,
    @Key(doc = "request method") Optional<String> method,
    @Key(doc = "form or json") Optional<LoginFormat> format,
    @Key(doc = "further fields with fixed values") Optional<Map<String, String>> extra,
    @Key(doc = "path fetched before, for cookies and tokens against forged requests")
        Optional<String> csrfFrom,
    @Key(doc = "field of a JSON answer that holds the session token") Optional<String> tokenField,
    Origin at) {}
