package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;

/** Whose failure a failed connect was: the device's answer, the network's, or the bench's. */
enum ConnectFailure {
  /** RST, or ICMP port unreachable. */
  REFUSED,
  /** The handshake completed and RST followed before we looked: the port is open. */
  RESET,
  /** The kernel gave up waiting. */
  SILENT,
  /** No way there; never "closed". */
  UNREACHABLE,
  /** Every local port is taken for the moment. */
  NO_LOCAL_PORT,
  /** No file handles, a local firewall. */
  BENCH;

  private static final List<String> BENCH_WORDS =
      List.of("too many open files", "buffer space", "not permitted", "permission denied");

  /** Files what connect or finishConnect threw. */
  static ConnectFailure of(IOException failure) {
    if (failure instanceof NoRouteToHostException) {
      return UNREACHABLE;
    }
    if (failure instanceof BindException) {
      return NO_LOCAL_PORT;
    }
    return failure instanceof ConnectException
        ? answer(failure, REFUSED)
        : failure instanceof SocketException ? answer(failure, UNREACHABLE) : BENCH;
  }

  /** Whether the bench itself ran short, whatever was being done. */
  static boolean isBench(IOException failure) {
    return BENCH_WORDS.stream().anyMatch(words(failure)::contains);
  }

  private static ConnectFailure answer(IOException failure, ConnectFailure otherwise) {
    if (isBench(failure)) {
      return BENCH;
    }
    var words = words(failure);
    if (words.contains("timed out")) {
      return SILENT;
    }
    if (words.contains("unreachable")) {
      return UNREACHABLE;
    }
    return words.contains("reset") || words.contains("broken pipe") ? RESET : otherwise;
  }

  private static String words(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
  }
}
