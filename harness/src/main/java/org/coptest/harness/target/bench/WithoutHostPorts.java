package org.coptest.harness.target.bench;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Relay;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.net.Transport;

/** An emulated device without the ports that belong to the host it runs on. */
record WithoutHostPorts(Dut device, PortSet ofHost) implements Dut {

  @Override
  public String id() {
    return device.id();
  }

  @Override
  public List<InetAddress> addresses() {
    return device.addresses();
  }

  @Override
  public ConnectResult connect(Endpoint endpoint) throws ProbeException, InterruptedException {
    return endpoint.transport() == Transport.TCP && ofHost.contains(endpoint.port())
        ? new ConnectResult.Refused()
        : device.connect(endpoint);
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException, InterruptedException {
    var seen = device.sweep(address, ports, progress);
    return new Sweep(
        seen.open().minus(ofHost),
        seen.refused().or(seen.open().and(ofHost)),
        seen.silent(),
        seen.unreachable());
  }

  @Override
  public Datagram ask(Endpoint endpoint, byte[] payload, Duration patience)
      throws ProbeException, InterruptedException {
    return device.ask(endpoint, payload, patience);
  }

  @Override
  public Datagrams datagrams(Endpoint endpoint) throws ProbeException, InterruptedException {
    return device.datagrams(endpoint);
  }

  @Override
  public Relay relay(Endpoint endpoint) throws ProbeException, InterruptedException {
    return device.relay(endpoint);
  }

  @Override
  public boolean awaitLogin(String surface, String account) throws InterruptedException {
    return device.awaitLogin(surface, account);
  }

  @Override
  public Optional<Dut> fromElsewhere() {
    return device.fromElsewhere().map(other -> new WithoutHostPorts(other, ofHost));
  }

  @Override
  public boolean awaitGuess(String surface, String account) throws InterruptedException {
    return device.awaitGuess(surface, account);
  }

  @Override
  public void awaitHello() throws InterruptedException {
    device.awaitHello();
  }

  @Override
  public void awaitHttp() throws InterruptedException {
    device.awaitHttp();
  }
}
