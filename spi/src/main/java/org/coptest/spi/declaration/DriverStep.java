package org.coptest.spi.declaration;

import java.util.Map;
import java.util.Optional;

/** One step of a driver recipe. */
public record DriverStep(
    @Key(doc = "method and path") Optional<String> http,
    @Key(value = "interface", doc = "id of the logIntf") Optional<String> interfaceId,
    @Key(doc = "form fields") Optional<Map<String, String>> form,
    @Key(doc = "JSON body") Optional<String> json,
    @Key(doc = "request headers") Optional<Map<String, String>> headers,
    @Key(doc = "command run over SSH") Optional<String> ssh,
    @Key(doc = "topic to publish to") Optional<String> mqtt,
    @Key(doc = "what is published or uploaded") Optional<String> payload,
    @Key(doc = "file to upload") Optional<String> upload,
    @Key(doc = "what the answer must contain") Optional<String> expect,
    @Key(doc = "regular expression whose first group is the result") Optional<String> capture) {}
