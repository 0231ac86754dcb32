package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Relay;
import org.coptest.spi.net.Sweep;

/** The same device over TCP from another address of the bench; all else is that of the device. */
record Elsewhere(LiveDut device, InetAddress source) implements Dut {

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
    return device.connect(endpoint, source);
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException, InterruptedException {
    return device.sweep(address, ports, progress);
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
    return device.relay((LiveChannel) open(endpoint));
  }

  @Override
  public boolean awaitLogin(String surface, String account) throws InterruptedException {
    return device.awaitLogin(surface, account);
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
