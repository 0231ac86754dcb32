package org.coptest.probes.instrument.ftp;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;

/** Shows that a login opened a session: its folder is named or listed; nothing is fetched. */
final class SessionProof {
  private static final Pattern PASSIVE =
      Pattern.compile("\\(?(?:\\d{1,3},){4}(\\d{1,3}),(\\d{1,3})\\)?");
  private static final Duration LIST = Duration.ofSeconds(3);
  private final Dut dut;
  private final Endpoint endpoint;
  private final FtpControl control;

  SessionProof(Dut dut, Endpoint endpoint, FtpControl control) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.control = control;
  }

  boolean shown() throws ProbeException, InterruptedException {
    return control.say("PWD").is(257) || listed();
  }

  /** The data connection goes to the device itself, whatever address the reply names. */
  private boolean listed() throws ProbeException, InterruptedException {
    var port = port(control.say("PASV"));
    if (port.isEmpty()
        || !(dut.connect(Endpoint.tcp(endpoint.address(), port.get()))
            instanceof ConnectResult.Open open)) {
      return false;
    }
    try (var data = open.channel()) {
      var done = control.say("NLST");
      return (done.is(226) || done.is(250))
          && switch (data.receive(LIST)) {
            case Received.Data list -> true;
            case Received.Closed empty -> true;
            case Received.Silent silent -> false;
            case Received.Reset reset -> false;
          };
    }
  }

  private static Optional<Integer> port(FtpReply reply) {
    var numbers = PASSIVE.matcher(reply.text());
    if (!reply.is(227) || !numbers.find()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(numbers.group(1)) * 256 + Integer.parseInt(numbers.group(2));
    return Optional.of(port).filter(it -> it > 0 && it < 65_536);
  }
}
