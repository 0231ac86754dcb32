package org.coptest.harness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** {@code junit.xml}: a test suite per device, a test case per test case. */
public final class JUnitXml implements Reporter {
  private static final int MESSAGE = 200;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

  @Override
  public String name() {
    return "JUnit XML";
  }

  @Override
  public void write(RunDocument run, Catalogue catalogue, CampaignFolder folder)
      throws IOException {
    try (var out = Files.newBufferedWriter(folder.junitXml(), StandardCharsets.UTF_8)) {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, "testsuites", Map.of("name", "coptest"));
      for (var target : run.targets()) {
        suite(xml, run.run(), target);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
  }

  private static void suite(XMLStreamWriter xml, RunInfo run, TargetResult target)
      throws XMLStreamException {
    var cases = target.provisions().stream().flatMap(p -> p.cases().stream()).toList();
    start(xml, "testsuite", Map.of());
    attribute(xml, "name", target.id());
    attribute(xml, "timestamp", run.started().toString().replaceFirst("(\\.\\d+)?Z$", ""));
    attribute(
        xml,
        "time",
        seconds(cases.stream().map(CaseTime::took).reduce(Duration.ZERO, Duration::plus)));
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(cases, VerdictForm.JUnit.FAILURE));
    attribute(xml, "errors", count(cases, VerdictForm.JUnit.ERROR));
    attribute(xml, "skipped", count(cases, VerdictForm.JUnit.SKIPPED));
    properties(xml, run, target);
    for (var provision : target.provisions()) {
      for (var one : provision.cases()) {
        testCase(xml, provision, one, run.started());
      }
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static String count(List<CaseResult> cases, VerdictForm.JUnit kind) {
    return Long.toString(
        cases.stream().filter(one -> VerdictForm.of(one.verdict()).junit() == kind).count());
  }

  private static void properties(XMLStreamWriter xml, RunInfo run, TargetResult target)
      throws XMLStreamException {
    start(xml, "properties", Map.of());
    property(xml, "campaign", run.id());
    property(xml, "tool", "coptest " + run.tool().version());
    property(xml, "catalogue", run.catalogue().id());
    property(xml, "profile", run.profile());
    property(xml, "verdict", VerdictForm.of(target.verdict()).word());
    for (var fact : target.identity().entrySet()) {
      property(xml, "identity." + fact.getKey(), fact.getValue());
    }
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    start(xml, "property", Map.of());
    attribute(xml, "name", name);
    attribute(xml, "value", value);
    xml.writeEndElement();
  }

  private static void testCase(
      XMLStreamWriter xml, ProvisionResult provision, CaseResult one, Instant fallback)
      throws XMLStreamException {
    start(xml, "testcase", Map.of());
    var guideline = provision.guideline();
    attribute(
        xml,
        "classname",
        "en303645." + (PLAIN.matcher(guideline).matches() ? guideline : "unknown"));
    attribute(xml, "name", one.id() + " " + provision.title());
    attribute(xml, "time", seconds(CaseTime.of(one, fallback).took()));
    outcome(xml, one);
    xml.writeEndElement();
  }

  private static void outcome(XMLStreamWriter xml, CaseResult one) throws XMLStreamException {
    var form = VerdictForm.of(one.verdict());
    var element =
        switch (form.junit()) {
          case OK -> "";
          case FAILURE -> "failure";
          case ERROR -> "error";
          case SKIPPED -> "skipped";
        };
    if (element.isEmpty()) {
      return;
    }
    start(xml, element, Map.of());
    attribute(xml, "message", message(form, one));
    if (form.junit() != VerdictForm.JUnit.SKIPPED) {
      attribute(xml, "type", form.word());
      xml.writeCharacters(body(one));
    }
    xml.writeEndElement();
  }

  /** At most 200 characters; begins with the verdict, so that a skipped case says why. */
  private static String message(VerdictForm form, CaseResult one) {
    var cause = one.cause().map(c -> " (" + c + ")").orElse("");
    var room = MESSAGE - form.word().length() - cause.length() - 2 - "…(+99999 bytes)".length();
    var reason = Shown.sentence(one.reason());
    var cut = reason.length() <= room ? reason : reason.substring(0, room) + "...";
    return form.word() + cause + ": " + cut;
  }

  private static String body(CaseResult one) {
    var text = new StringBuilder();
    for (var unit : one.units()) {
      unit.rows().stream()
          .filter(row -> row.verdict() != Verdict.PASS && row.verdict() != Verdict.NOT_APPLICABLE)
          .limit(20)
          .forEach(row -> text.append(RowText.of(one.id() + " " + unit.id(), row)).append('\n'));
    }
    one.cause().map(Cause::settledBy).ifPresent(text::append);
    return text.toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }

  private static void start(XMLStreamWriter xml, String element, Map<String, String> attributes)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    for (var attribute : attributes.entrySet()) {
      attribute(xml, attribute.getKey(), attribute.getValue());
    }
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Shown.sentence(value));
  }
}
