package org.coptest.harness.target.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.coptest.spi.Driver;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.DriverRecipe;
import org.coptest.spi.declaration.DriverStep;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/**
 * HTTP requests one after another, with the cookies of one session. Status 0 means that each step
 * was answered as expected; else it is the HTTP status of the step that was not.
 */
final class RecipeDriver implements Driver {
  private static final int MOST_SEARCHED = 32 * 1024;
  private final String path;
  private final DriverRecipe recipe;
  private final Duration longest;
  private final Target target;
  private final Dut dut;

  RecipeDriver(String path, DriverRecipe recipe, Duration longest, Target target, Dut dut) {
    this.path = path;
    this.recipe = recipe;
    this.longest = longest;
    this.target = target;
    this.dut = dut;
  }

  @Override
  public Outcome run(Map<String, String> values, Duration limit)
      throws InterruptedException, ProbeException {
    var known = new Values(values);
    var session = new WebSession(dut, values.values(), shorter(limit, longest));
    var last = new Outcome(0, "");
    var steps = recipe.steps().orElse(List.of());
    for (int i = 0; i < steps.size() && last.status() == 0; i++) {
      last = step(steps.get(i), "%s.steps[%d]".formatted(path, i), known, session);
    }
    return last;
  }

  private Outcome step(DriverStep step, String where, Values known, WebSession session)
      throws InterruptedException, ProbeException {
    var line = step.http().orElseThrow(() -> hook(where, "only http steps are carried out yet"));
    var face = face(step, where);
    var port = face.port().orElseThrow(() -> hook(where, face.id() + " declares no port"));
    var endpoint = Endpoint.tcp(dut.addresses().getFirst(), port);
    var tls = face.protocol().filter("https"::equalsIgnoreCase).isPresent();
    try {
      var answer =
          session.ask(endpoint, tls, new WebStep(line, step, known).request(endpoint, tls));
      return outcome(step, where, answer, known);
    } catch (IOException unanswered) {
      throw new ProbeException(
          Cause.AMBIGUOUS_RESPONSE,
          "%s (%s): %s gave no answer: %s"
              .formatted(where, recipe.at().text(), line, unanswered.getMessage()),
          unanswered);
    } catch (IllegalArgumentException malformed) {
      throw hook(where, "\"%s\" is no request: %s".formatted(line, malformed.getMessage()));
    }
  }

  private LogIntf face(DriverStep step, String where) throws ProbeException {
    return step.interfaceId()
        .flatMap(id -> target.ixit().logIntf().row(id))
        .orElseThrow(() -> hook(where, "names no declared interface"));
  }

  private Outcome outcome(DriverStep step, String where, WebSession.Answer answer, Values known)
      throws ProbeException {
    var text = answer.body().substring(0, Math.min(MOST_SEARCHED, answer.body().length()));
    boolean asExpected =
        step.expect().map(text::contains).orElse(answer.status() / 100 == 2 || answer.redirects());
    var captured = captured(step.capture(), text, where);
    captured.ifPresent(value -> known.put("captured", value));
    return new Outcome(
        asExpected ? 0 : Math.max(1, answer.status()), captured.orElse(asExpected ? "" : text));
  }

  private Optional<String> captured(Optional<String> pattern, String text, String where)
      throws ProbeException {
    try {
      return pattern
          .map(it -> Pattern.compile(it).matcher(text))
          .filter(found -> found.find() && found.groupCount() > 0)
          .map(found -> found.group(1));
    } catch (PatternSyntaxException wrong) {
      throw hook(where, "capture is no regular expression: " + wrong.getDescription());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private ProbeException hook(String where, String what) {
    return new ProbeException(
        Cause.NEEDS_TEST_HOOK, "%s (%s): %s".formatted(where, recipe.at().text(), what));
  }
}
