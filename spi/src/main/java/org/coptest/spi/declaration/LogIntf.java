package org.coptest.spi.declaration;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.net.Transport;

/** 28-LogIntf: a logical interface of the device. */
public record LogIntf(
    @Key(doc = "stable id of this row") String id,
    @Key(doc = "description in the maker's words") Optional<String> text,
    @Key(doc = "physical interfaces it is reached over, ids of physIntf")
        Optional<List<String>> access,
    @Key(doc = "tcp or udp") Optional<Transport> transport,
    @Key(doc = "port number") Optional<Integer> port,
    @Key(doc = "protocol spoken: ssh, telnet, http, https, rtsp, mqtt, …")
        Optional<String> protocol,
    @Key(doc = "enabled or disabled") Optional<InterfaceStatus> status,
    @Key(doc = "what it tells before login") Optional<List<String>> disclosed,
    @Key(doc = "why it is there") Optional<String> purpose,
    @Key(doc = "reachable from outside the local network") Optional<Boolean> remote,
    @Key(doc = "states in which it is open; all when absent") Optional<List<DeviceState>> states,
    @Key(doc = "resilience measures") Optional<String> resilience,
    Origin at)
    implements Row {}
