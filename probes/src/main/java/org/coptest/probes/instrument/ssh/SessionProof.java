package org.coptest.probes.instrument.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.coptest.probes.instrument.login.Proof;

/** Finds out what an accepted SSH login is good for: a command, else files, else forwarding. */
final class SessionProof {
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final byte[] SFTP_INIT = {0, 0, 0, 5, 1, 0, 0, 0, 3};
  private static final byte SFTP_VERSION = 2;
  private final RandomGenerator random;
  private final int port;

  SessionProof(RandomGenerator random, int port) {
    this.random = random;
    this.port = port;
  }

  Proof of(ClientSession session) throws InterruptedException {
    if (held(() -> command(session))) {
      return Proof.COMMAND;
    } else if (held(() -> files(session))) {
      return Proof.FILE_TRANSFER;
    }
    return held(() -> forwarding(session)) ? Proof.FORWARDING : Proof.SUCCESS_MESSAGE;
  }

  private interface Step {
    boolean holds() throws IOException, InterruptedException;
  }

  private static boolean held(Step step) throws InterruptedException {
    try {
      return step.holds();
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException("stopped").initCause(e);
    } catch (IOException | RuntimeException e) {
      // A refused channel is an ordinary answer: the next kind of session is tried.
      return false;
    }
  }

  private boolean command(ClientSession session) throws IOException, InterruptedException {
    long first = random.nextInt(10_000, 99_999);
    long second = random.nextInt(10_000, 99_999);
    var product = Long.toString(first * second);
    var output = new BoundedOutput();
    try (var channel = session.createExecChannel("echo $((%d*%d))".formatted(first, second))) {
      channel.setOut(output);
      channel.setErr(output);
      channel.addCloseFutureListener(closed -> output.finish());
      channel.open().verify(STEP);
      return output.await(
          bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(product), STEP);
    }
  }

  private static boolean files(ClientSession session) throws IOException, InterruptedException {
    var output = new BoundedOutput();
    try (var channel = session.createSubsystemChannel("sftp")) {
      channel.setOut(output);
      channel.addCloseFutureListener(closed -> output.finish());
      channel.open().verify(STEP);
      var input = channel.getInvertedIn();
      input.write(SFTP_INIT);
      input.flush();
      return output.await(bytes -> bytes.length > 4 && bytes[4] == SFTP_VERSION, STEP);
    }
  }

  private boolean forwarding(ClientSession session) throws IOException {
    var here = new SshdSocketAddress("127.0.0.1", 0);
    var itself = new SshdSocketAddress("127.0.0.1", port);
    try (var channel = session.createDirectTcpipChannel(here, itself)) {
      channel.open().verify(STEP);
      return true;
    }
  }
}
