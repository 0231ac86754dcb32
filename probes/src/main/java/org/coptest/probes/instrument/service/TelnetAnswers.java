package org.coptest.probes.instrument.service;

import java.io.ByteArrayOutputStream;

/** Refuses every option but echo and suppress-go-ahead (RFC 854, 857, 858). */
final class TelnetAnswers {
  private static final int IAC = 0xff;
  private static final int WILL = 0xfb;
  private static final int WONT = 0xfc;
  private static final int DO = 0xfd;
  private static final int DONT = 0xfe;

  private TelnetAnswers() {}

  static byte[] to(byte[] heard) {
    var so = new ByteArrayOutputStream();
    for (int i = 0; i + 2 < heard.length && so.size() < 192; i++) {
      int verb = heard[i + 1] & 0xff;
      if ((heard[i] & 0xff) == IAC && (verb == WILL || verb == DO)) {
        int option = heard[i + 2] & 0xff;
        boolean wanted = option == 1 || option == 3;
        so.write(IAC);
        so.write(verb == WILL ? wanted ? DO : DONT : WONT);
        so.write(option);
        i += 2;
      }
    }
    return so.toByteArray();
  }
}
