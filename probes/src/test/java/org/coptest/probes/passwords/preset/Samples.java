package org.coptest.probes.passwords.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.Criteria;
import org.coptest.spi.Observation;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** Samples of one model by their declarations, and what probe and rule make of them. */
final class Samples {
  static final String WEB = "AuthMech-Web";

  private Samples() {}

  /** Facts of a password, beside these. */
  static PasswordFacts facts(Object... more) {
    var all =
        new ArrayList<Object>(
            List.of(
                "origin",
                PasswordOrigin.FACTORY,
                "generation",
                "drawn at random by the HSM in production",
                "derivedFrom",
                List.of()));
    for (int i = 0; i < more.length; i += 2) {
      int at = all.indexOf(more[i]);
      if (at >= 0) {
        all.set(at + 1, more[i + 1]);
      } else {
        all.addAll(List.of(more[i], more[i + 1]));
      }
    }
    return Declared.row(PasswordFacts.class, all.toArray());
  }

  static Secret secret(String value) {
    return new Secret("${env:LABEL}", value);
  }

  static AuthMech mechanism(PasswordFacts facts, Object... more) {
    var all =
        new ArrayList<Object>(List.of("id", WEB, "factor", Factor.PASSWORD, "password", facts));
    all.addAll(Arrays.asList(more));
    return Declared.row(AuthMech.class, all.toArray());
  }

  static Credential valid(String password) {
    return Declared.row(Credential.class, "user", "owner", "password", secret(password));
  }

  static Target sample(String id, Identity identity, AuthMech mechanism, String... others) {
    return Declared.target(
        "id",
        id,
        "identity",
        identity,
        "ixit",
        Declared.ixit("authMech", List.of(mechanism)),
        "samples",
        List.of(others));
  }

  static Identity identity(String mac, String serial) {
    return Declared.row(
        Identity.class,
        "manufacturer",
        "Example Devices",
        "model",
        "CAM-1",
        "mac",
        List.of(mac),
        "serial",
        serial);
  }

  static <O extends Observation> O look(Probe<O> probe, Target first, Target... others)
      throws Exception {
    var dut = LoopbackDut.with();
    return probe.observe(TestBench.of(dut, first).beside(others), dut.evidence());
  }

  static RowJudgement judge(Rule rule, Target target, Observation... seen) {
    return judge(rule, Declared.criteria(target), seen);
  }

  static RowJudgement judge(Rule rule, Criteria criteria, Observation... seen) {
    var rows = rule.judge(RecordedSeen.of(seen), criteria);
    if (rows.size() != 1) {
      throw new AssertionError(rows.toString());
    }
    return rows.getFirst();
  }

  static Criteria papers(Target target, String path, String... values) {
    var all = new HashMap<String, List<String>>();
    all.put("requires", List.of(path));
    for (int i = 0; i < values.length; i += 2) {
      all.put(values[i], List.of(values[i + 1]));
    }
    return Declared.criteria(target, Map.copyOf(all));
  }

  /** PASS, FAIL or INCONCLUSIVE(CAUSE). */
  static String verdict(RowJudgement row) {
    return row instanceof RowJudgement.Undecided undecided
        ? row.verdict() + "(" + cause(undecided) + ")"
        : row.verdict().toString();
  }

  private static Cause cause(RowJudgement.Undecided row) {
    return row.cause();
  }
}
