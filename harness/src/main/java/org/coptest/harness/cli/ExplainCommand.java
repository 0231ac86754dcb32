package org.coptest.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.CatalogueReader;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.report.explain.Explanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a provision, test case, probe, rule, verdict or cause, or a row of a run. */
@Command(
    name = "explain",
    description = {
      "Explain a provision, test case, probe, rule or cause;",
      "or a row of a campaign: coptest explain DIR \"5.6-1-2 b tcp/8080\"."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ID|DIR ROW", description = "what to explain")
  private List<String> asked = List.of();

  @Override
  public Integer call() {
    var catalogue = CatalogueReader.read(Home.here().suites());
    return switch (answer(catalogue)) {
      case Explanation.Answer.Found found -> {
        Output.of(spec).println(found.text());
        yield ExitCode.CONFORMS.code();
      }
      case Explanation.Answer.Unknown unknown -> throw new UsageException(words(unknown));
    };
  }

  private Explanation.Answer answer(Catalogue catalogue) {
    var folder = new CampaignFolder(Path.of(asked.get(0)));
    var explanation = new Explanation(catalogue);
    if (asked.size() == 1 && !Files.isDirectory(folder.root())) {
      return explanation.of(asked.get(0));
    }
    if (!Files.isRegularFile(folder.runJson())) {
      return explanation.of(String.join(" ", asked));
    }
    if (asked.size() == 1) {
      throw new UsageException("which row of %s? for example: 5.6-1".formatted(folder.root()));
    }
    var row = String.join(" ", asked.subList(1, asked.size()));
    return explanation.row(RunJson.read(folder.runJson()), row);
  }

  private static String words(Explanation.Answer.Unknown unknown) {
    var near = unknown.nearest();
    return "there is no \"%s\"%s"
        .formatted(
            unknown.asked(),
            near.isEmpty() ? "; see: coptest list" : "; did you mean " + String.join(", ", near));
  }
}
