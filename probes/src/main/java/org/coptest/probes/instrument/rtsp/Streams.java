package org.coptest.probes.instrument.rtsp;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.http.digest.Challenge;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.spi.ProbeException;

/** Finds a stream whose description or set-up is denied without a login. */
final class Streams {
  private static final List<String> USUAL =
      List.of(
          "/",
          "/live",
          "/stream1",
          "/h264",
          "/media/video1",
          "/videoMain",
          "/11",
          "/live/ch00_0",
          "/Streaming/Channels/101",
          "/cam/realmonitor?channel=1&subtype=0");
  private final RtspEntrance entrance;
  private final List<String> paths;

  Streams(RtspEntrance entrance, Optional<String> declared) {
    this.entrance = entrance;
    this.paths = declared.filter(Streams::path).map(List::of).orElse(USUAL);
  }

  /** What was found, and where. */
  record Found(Look look, Reference reference) {}

  /** U: until a path asks for a login or serves without one. */
  Found look() throws ProbeException, InterruptedException {
    var last = at(paths.getFirst());
    for (var path : paths.subList(1, paths.size())) {
      if (last.look().mechanism() == Mechanism.NONE_SEEN) {
        last = at(path);
      }
    }
    return last;
  }

  private static boolean path(String text) {
    return text.startsWith("/") && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private Found at(String path) throws ProbeException, InterruptedException {
    var reference = new Reference(path, false);
    return switch (entrance.open(Optional.empty())) {
      case RtspEntrance.Barred barred ->
          new Found(Look.unknown(barred.detail(), barred.evidence()), reference);
      case RtspEntrance.Ready ready -> {
        try (var talk = ready.talk()) {
          yield at(talk, reference);
        }
      }
    };
  }

  private Found at(RtspTalk talk, Reference reference) throws ProbeException, InterruptedException {
    var uri = entrance.uri(reference.path());
    var options = talk.ask("OPTIONS", uri);
    if (options.kind() != RtspReply.Kind.REPLY) {
      return new Found(Look.unknown("OPTIONS: " + options.shown(), talk.transcript()), reference);
    }
    var description = Reference.describe(talk, uri);
    return description.describes()
        ? described(talk, reference, description)
        : new Found(look(talk, reference, "DESCRIBE", description), reference);
  }

  /** The description is for everybody; whether the stream is as well shows its set-up. */
  private Found described(RtspTalk talk, Reference reference, RtspReply description)
      throws ProbeException, InterruptedException {
    var uri = entrance.uri(reference.path());
    var set = Reference.setUp(talk, Stream.track(description, uri));
    if (!set.is(200)) {
      return new Found(
          look(talk, reference, "SETUP", set), new Reference(reference.path(), set.is(401)));
    }
    Reference.tearDown(talk, uri, set);
    var detail = "the stream at %s was described and set up".formatted(reference.path());
    var open = of(Access.GRANTED, Mechanism.OPEN, List.of(), reference, detail, talk);
    return new Found(open, reference);
  }

  private static Look look(RtspTalk talk, Reference reference, String method, RtspReply reply) {
    var detail = "%s: %s".formatted(method, reply.shown());
    if (reply.kind() != RtspReply.Kind.REPLY || reply.busy()) {
      return Look.unknown(detail, talk.transcript());
    } else if (!reply.is(401)) {
      return of(Access.UNKNOWN, Mechanism.NONE_SEEN, List.of(), reference, detail, talk);
    }
    var challenges = reply.challenges();
    var schemes =
        challenges.stream()
            .map(Challenge::scheme)
            .filter(scheme -> scheme.matches("[a-z]{1,20}"))
            .distinct()
            .toList();
    var mechanism =
        Authorization.possible(challenges) ? Mechanism.PASSWORD : Mechanism.OTHER_PASSWORD;
    return of(Access.DENIED, mechanism, schemes, reference, detail, talk);
  }

  private static Look of(
      Access access,
      Mechanism mechanism,
      List<String> offered,
      Reference reference,
      String detail,
      RtspTalk talk) {
    return new Look(
        access, mechanism, offered, reference.path(), NameUse.OPTIONAL, detail, talk.transcript());
  }
}
