package org.coptest.probes.instrument.rtsp;

import org.coptest.spi.ProbeException;

/**
 * What is denied without a login: the description of a stream, or else its set-up.
 *
 * @param path of the stream
 * @param setup whether the description is for everybody and only the set-up is denied
 */
record Reference(String path, boolean setup) {
  private static final String INTERLEAVED = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1";
  private static final String DATAGRAMS = "Transport: RTP/AVP;unicast;client_port=50000-50001";

  static RtspReply describe(RtspTalk talk, String uri, String... authorization)
      throws ProbeException, InterruptedException {
    return talk.ask("DESCRIBE", uri, with("Accept: application/sdp", authorization));
  }

  /** Asks for media inside this connection, or else as datagrams; none flow without PLAY. */
  static RtspReply setUp(RtspTalk talk, String track, String... authorization)
      throws ProbeException, InterruptedException {
    var inside = talk.ask("SETUP", track, with(INTERLEAVED, authorization));
    return inside.is(461) ? talk.ask("SETUP", track, with(DATAGRAMS, authorization)) : inside;
  }

  /** Ends what a set-up began. */
  static void tearDown(RtspTalk talk, String uri, RtspReply setup, String... authorization)
      throws ProbeException, InterruptedException {
    var session = setup.session().filter(it -> it.matches("[!-~]{1,128}"));
    if (session.isPresent()) {
      talk.ask("TEARDOWN", uri, with("Session: " + session.get(), authorization));
    }
  }

  private static String[] with(String first, String... more) {
    var all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
