package org.coptest.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coptest.spi.emulation.DeviceEmulator;
import org.junit.jupiter.api.Test;

/** A device that the tool recognises as one of ours proves nothing about the tool. */
class EmulatorsAreStrangersTest {

  /** Words of a protocol or of everyday language, which both sides need. */
  private static final Set<String> SHARED_WORDS =
      Set.of(
          "basic ",
          "digest ",
          "content-type",
          "http/1.",
          "http/1.1",
          "options",
          "public",
          "rtsp/1.0",
          "server",
          "set-cookie",
          "www-authenticate",
          "authorization",
          "application/json",
          "text/plain",
          "banner",
          "closed",
          "connection",
          "device",
          "service",
          "telnet",
          "username",
          "realm=\\\"",
          "\\r\\n\\r\\n",
          "\\\\d{1,9}",
          "3des-cbc",
          "diffie-hellman-group1-sha1",
          "diffie-hellman-group14-sha1",
          "%s://%s:%d%s",
          "password",
          "response",
          "no answer",
          "no port",
          "anonymous",
          "application/sdp",
          "application/soap+xml",
          "bearer ",
          "cnonce",
          "content-length",
          "cookie",
          "created",
          "describe",
          "digest",
          "getdeviceinformation",
          "getnetworkinterfaces",
          "getsystemdateandtime",
          "getusers",
          "location",
          "opaque",
          "session",
          "teardown",
          "transport");

  /** Personas whose name is a word that also says how a peer or a make behaves. */
  private static final Set<String> PERSONA_WORDS =
      Set.of(
          "camera",
          "silent",
          "tarpit",
          "tricky",
          "conforming",
          "flawed",
          "known-key",
          "locked",
          "questions",
          "recorder",
          "unlimited");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9][0-9_]+(?![\\w.])");
  private static final Set<String> USUAL_PORTS =
      Set.of("443", "554", "1883", "2323", "5000", "8000", "8080", "8443", "8554", "8883", "8888");

  @Test
  void nothingThatOnlyOurDevicesSayIsKnownToTheTool() {
    var marks = marks();
    assertThat(marks).hasSizeGreaterThan(60).contains("camera/conforming", "live view");

    assertThat(tool().flatMap(source -> known(source, marks))).isEmpty();
  }

  @Test
  void noPortNumberTellsWhatASpeakerSpeaks() {
    var identification =
        tool()
            .filter(source ->
                source.name().contains("/instrument/service/")
                    || source.name().contains("/attacksurface/Service"))
            .toList();
    assertThat(identification).hasSizeGreaterThan(8);

    assertThat(identification.stream().flatMap(EmulatorsAreStrangersTest::ports)).isEmpty();
  }

  private static Set<String> marks() {
    var marks = new TreeSet<String>();
    for (var emulator : ServiceLoader.load(DeviceEmulator.class)) {
      emulator.makes().forEach(make -> marks.add(emulator.persona() + "/" + make));
    }
    for (var source : SourceFile.all("src/main/java")) {
      if (source.name().startsWith("emulators/")) {
        literals(source).map(one -> one.toLowerCase(Locale.ROOT)).forEach(marks::add);
      }
    }
    marks.removeIf(mark -> mark.length() < 6);
    marks.removeAll(SHARED_WORDS);
    marks.removeAll(PERSONA_WORDS);
    return marks;
  }

  private static Stream<String> known(SourceFile source, Set<String> marks) {
    return literals(source)
        .map(literal -> literal.toLowerCase(Locale.ROOT))
        .flatMap(literal ->
            marks.stream()
                .filter(literal::contains)
                .map(mark -> source.name() + " knows \"" + mark + "\""));
  }

  private static Stream<SourceFile> tool() {
    return SourceFile.all("src/main/java").stream()
        .filter(source -> source.name().matches("(harness|probes)/.*"));
  }

  private static Stream<String> literals(SourceFile source) {
    var code = String.join("\n", source.lines()).replaceAll("(?s)/\\*.*?\\*/", "");
    return LITERAL.matcher(code).results().map(found -> found.group(1));
  }

  private static Stream<String> ports(SourceFile source) {
    var found = new ArrayList<String>();
    for (var line : code(source)) {
      NUMBER
          .matcher(line)
          .results()
          .map(number -> number.group().replace("_", ""))
          .filter(number -> USUAL_PORTS.contains(number) || line.matches("(?i).*\\bports?\\b.*"))
          .filter(number -> !number.equals("65535"))
          .forEach(number -> found.add(source.name() + ": " + line.strip()));
    }
    return found.stream();
  }

  /** Without remarks, and without the ports that must not be spoken to because they may print. */
  private static List<String> code(SourceFile source) {
    return source.lines().stream()
        .filter(line -> !line.strip().matches("(//|/?\\*).*") && !line.contains("MAY_PRINT"))
        .toList();
  }
}
