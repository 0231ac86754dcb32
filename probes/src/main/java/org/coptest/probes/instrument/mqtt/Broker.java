package org.coptest.probes.instrument.mqtt;

import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.tls.ClientCertificateWantedException;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/** Opens connections to a broker, inside TLS or not. */
final class Broker {
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private final Dut dut;
  private final Endpoint endpoint;
  private final boolean tls;

  Broker(Dut dut, Endpoint endpoint, boolean tls) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.tls = tls;
  }

  /** A connection over which nothing was said yet; empty when it was not taken. */
  Optional<MqttSession> open(MqttVersion version) throws ProbeException, InterruptedException {
    return dut.connect(endpoint) instanceof ConnectResult.Open open
        ? through(open.channel()).map(channel -> new MqttSession(channel, version))
        : Optional.empty();
  }

  private Optional<Channel> through(Channel channel) throws ProbeException, InterruptedException {
    if (!tls) {
      return Optional.of(channel);
    }
    boolean inside = false;
    try {
      dut.awaitHello();
      var tunnel = TlsTunnel.over(channel, Optional.empty(), HANDSHAKE);
      inside = true;
      return Optional.of(tunnel);
    } catch (ClientCertificateWantedException wanted) {
      throw wanted;
    } catch (ProbeException failed) {
      if (failed.reasonCode() == Cause.AMBIGUOUS_RESPONSE) {
        return Optional.empty();
      }
      throw failed;
    } finally {
      if (!inside) {
        channel.close();
      }
    }
  }
}
