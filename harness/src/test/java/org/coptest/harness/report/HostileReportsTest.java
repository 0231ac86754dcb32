package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.explain.Explanation;
import org.coptest.harness.report.terminal.ColourChoice;
import org.coptest.harness.report.terminal.Ending;
import org.coptest.harness.report.terminal.Surroundings;
import org.coptest.harness.report.terminal.Terminal;
import org.coptest.harness.report.terminal.TerminalSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HostileReportsTest {
  private static final List<String> NOWHERE =
      List.of(
          "<script",
          "<img src=x",
          "<svg/",
          "<pwn",
          "<!ENTITY",
          "]]>",
          "onmouseover='",
          "`pwn`",
          "\u001b",
          "\u0007",
          "\u0000",
          "\ufffe",
          "\u202e",
          "\u2028",
          "##[",
          "root:x:0:0");
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final RunDocument RUN = HostileRuns.run(CATALOGUE);
  @TempDir private static Path root;
  private static CampaignFolder folder = new CampaignFolder(Path.of("."));

  @BeforeAll
  static void writesEverything() throws IOException {
    folder = SampleRuns.withEvidence(root.resolve("run"));
    Files.writeString(folder.evidence().resolve("page.html"), "<script>pwn()</script>");
    assertThat(Reports.standard(SampleRuns.TEMPLATES).write(RUN, CATALOGUE, folder)).isEmpty();
  }

  @Test
  void noFileHoldsAnUnquotedPayload() throws IOException {
    for (var file : written()) {
      var text = Files.readString(file);
      assertThat(NOWHERE).as(file.toString()).noneMatch(text::contains);
    }
  }

  private static List<Path> written() throws IOException {
    try (var files = Files.walk(folder.root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.evidence()))
          .toList();
    }
  }

  @Test
  void nothingIsWrittenOutsideTheFolder() throws IOException {
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(folder.root());
    }
    assertThat(written())
        .extracting(file -> file.getFileName().toString())
        .allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}"));
  }

  @Test
  void attachesOnlyTextAndBytes() throws IOException {
    assertThat(written())
        .filteredOn(file -> file.startsWith(folder.allureResults()))
        .isNotEmpty()
        .allMatch(
            file -> file.toString().matches(".*(-attachment\\.(txt|bin)|\\.json|\\.properties)"));
  }

  @Test
  void junitXmlIsWellFormed() throws Exception {
    var xml = parse(Files.readString(folder.junitXml()));

    assertThat(xml.getElementsByTagName("testcase").getLength())
        .isEqualTo(2 * HostileRuns.PAYLOADS.size());
    for (var failure : elements(xml.getElementsByTagName("failure"))) {
      assertThat(failure.getAttribute("message")).hasSizeLessThanOrEqualTo(200);
    }
  }

  @Test
  void pagesHoldNothingThatRuns() throws Exception {
    for (var page : pages()) {
      var html = parse(page.replaceFirst("<!DOCTYPE html>\n", ""));
      for (var element : elements(html.getElementsByTagName("*"))) {
        assertThat(element.getTagName()).isNotIn("script", "iframe", "object", "form", "base");
        assertThat(element.getAttribute("href"))
            .matches("|#[A-Za-z0-9._-]+|[a-z0-9-]+\\.html(#[a-z0-9-]+)?");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
        }
      }
    }
  }

  @Test
  void pagesCarryThePolicy() throws IOException {
    for (var page : pages()) {
      assertThat(page)
          .contains(
              "content=\"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                  + " data:; base-uri 'none'; form-action 'none'\"")
          .contains("DRAFT");
    }
  }

  private static List<String> pages() throws IOException {
    var pages = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(folder.report(), "*.html")) {
      for (var file : files) {
        pages.add(Files.readString(file));
      }
    }
    assertThat(pages).hasSize(HostileRuns.PAYLOADS.size() + 1);
    return pages;
  }

  @Test
  void markdownHoldsDeviceTextOnlyInCodeSpans() throws IOException {
    var text = Files.readString(folder.summary());

    var outside = text.replaceAll("`[^`\n]*`", "");
    assertThat(outside).doesNotContain("pwn", "javascript", "http", "<", "etc/passwd");
    assertThat(text.lines().filter(line -> line.startsWith("| `")))
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() >= 5);
  }

  @Test
  void terminalAndExplanationsAreQuoted() {
    var out = new StringWriter();
    var terminal =
        Terminal.of(
            new PrintWriter(out),
            new PrintWriter(out),
            ColourChoice.NEVER,
            new Surroundings(java.util.Map.of("LANG", "en_IN.UTF-8"), true, true, Optional.of(80)));
    new TerminalSummary(terminal, CATALOGUE)
        .print(RUN, new Ending(Optional.empty(), List.of(), HostileRuns.PAYLOADS, "coptest run"));
    new JsonLines(new PrintWriter(out)).finished(RUN, CATALOGUE, folder, 1);
    for (var payload : HostileRuns.PAYLOADS) {
      new JsonLines(new PrintWriter(out))
          .caseJudged(payload, RUN.targets().get(0).provisions().get(0).cases().get(0));
      if (new Explanation(CATALOGUE).row(RUN, payload) instanceof Explanation.Answer.Found found) {
        out.append(found.text()).append('\n');
      }
    }

    assertThat(NOWHERE).noneMatch(out.toString()::contains);
    assertThat(out.toString().lines()).noneMatch(line -> line.strip().startsWith("::"));
    assertThat(out.toString()).contains("pwn");
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
