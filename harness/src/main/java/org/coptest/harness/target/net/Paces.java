package org.coptest.harness.target.net;

/** The pacers of one device; no wait goes beyond the deadline. */
final class Paces {
  private final Pacer connects;
  private final Pacer datagrams;
  private final Pacer requests;
  private final Pacer hellos;

  Paces(PaceTable pace, BenchTime time) {
    this.connects = new Pacer(pace.firstConnects(), time);
    this.datagrams = new Pacer(pace.udp(), time);
    this.requests = new Pacer(pace.http(), time);
    this.hellos = new Pacer(pace.hellos(), time);
  }

  void awaitConnect(Deadline deadline) throws InterruptedException {
    await(connects, deadline);
  }

  void awaitDatagram(Deadline deadline) throws InterruptedException {
    await(datagrams, deadline);
  }

  void awaitHttp(ProbeSession session) throws InterruptedException {
    await(requests, session);
  }

  void awaitHello(ProbeSession session) throws InterruptedException {
    await(hellos, session);
  }

  private static void await(Pacer pacer, ProbeSession session) throws InterruptedException {
    if (!session.guessing()) {
      await(pacer, session.deadline());
    }
  }

  // Too fast is worse than too late: without a slot in time, the time is used up and the next
  // exchange says so.
  private static void await(Pacer pacer, Deadline deadline) throws InterruptedException {
    if (!pacer.await(deadline)) {
      deadline.time().sleep(deadline.remaining());
    }
  }
}
