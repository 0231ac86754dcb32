package org.coptest.probes.instrument.telnet;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes commands out of a Telnet stream (RFC 854, 855) and refuses all options but ECHO and SGA.
 */
final class TelnetCodec {
  private static final int SE = 240;
  private static final int SB = 250;
  private static final int WILL = 251;
  private static final int WONT = 252;
  private static final int DO = 253;
  private static final int DONT = 254;
  private static final int IAC = 255;
  private static final int ECHO = 1;
  private static final int SGA = 3;

  private enum State {
    TEXT,
    COMMAND,
    OPTION,
    BLOCK,
    BLOCK_COMMAND
  }

  private final Set<Integer> answered = new HashSet<>();
  private State state = State.TEXT;
  private int verb;

  /**
   * What a piece of the stream holds.
   *
   * @param text bytes for people
   * @param reply what to send back, may be empty
   */
  record Decoded(byte[] text, byte[] reply) {}

  Decoded decode(byte[] bytes) {
    var text = new ByteArrayOutputStream();
    var reply = new ByteArrayOutputStream();
    for (var b : bytes) {
      step(b & 0xff, text, reply);
    }
    return new Decoded(text.toByteArray(), reply.toByteArray());
  }

  private void step(int value, ByteArrayOutputStream text, ByteArrayOutputStream reply) {
    switch (state) {
      case TEXT -> text(value, text);
      case COMMAND -> command(value, text);
      case OPTION -> {
        answer(value, reply);
        state = State.TEXT;
      }
      case BLOCK -> state = value == IAC ? State.BLOCK_COMMAND : State.BLOCK;
      case BLOCK_COMMAND -> state = value == SE ? State.TEXT : State.BLOCK;
    }
  }

  private void text(int value, ByteArrayOutputStream text) {
    if (value == IAC) {
      state = State.COMMAND;
    } else if (value != 0) {
      text.write(value);
    }
  }

  private void command(int value, ByteArrayOutputStream text) {
    state = State.TEXT;
    if (value == IAC) {
      text.write(value);
    } else if (value == SB) {
      state = State.BLOCK;
    } else if (value >= WILL && value <= DONT) {
      verb = value;
      state = State.OPTION;
    }
  }

  /** Each request is answered once, so that no peer can keep us negotiating. */
  private void answer(int option, ByteArrayOutputStream reply) {
    if (verb == WONT || verb == DONT || !answered.add(verb << 8 | option)) {
      return;
    }
    reply.write(IAC);
    if (verb == WILL) {
      reply.write(option == ECHO || option == SGA ? DO : DONT);
    } else {
      reply.write(option == SGA ? WILL : WONT);
    }
    reply.write(option);
  }
}
