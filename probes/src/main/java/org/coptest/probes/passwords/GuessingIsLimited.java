package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.passwords.guessing.GuessTrials;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.RowJudgement;

/** 5.1-5-2 b: wrong passwords meet the declared defence, on every login over the network. */
@AutoService(Rule.class)
public final class GuessingIsLimited implements Rule {

  @Override
  public String id() {
    return "passwords.guessing-is-limited";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var trials = seen.only(GuessTrials.class);
    var readings = new Readings(seen, criteria);
    var rows = new ArrayList<RowJudgement>();
    readings.trials().forEach(it -> row(it, trials, criteria).ifPresent(rows::add));
    rows.addAll(readings.untried());
    rows.addAll(readings.unrecognised());
    if (rows.isEmpty() && readings.allLooked()) {
      rows.add(readings.nothingFound("login with a password"));
    }
    return rows;
  }

  private static Optional<RowJudgement> row(
      TrialReading it, GuessTrials trials, Criteria criteria) {
    var mechanism = it.trial().mechanism();
    // Nobody guesses where no password is asked for; other rules judge that.
    return mechanism == Mechanism.PASSWORD
            || mechanism == Mechanism.OTHER_PASSWORD
            || mechanism == Mechanism.UNKNOWN
        ? Optional.of(measured(it, trials, criteria))
        : Optional.empty();
  }

  private static RowJudgement measured(TrialReading it, GuessTrials trials, Criteria criteria) {
    return trials.surfaces().stream()
        .filter(trial -> trial.endpoint().equals(it.trial().endpoint()))
        .filter(trial -> trial.protocol().equals(it.trial().protocol()))
        .findFirst()
        .map(trial -> new GuessReading(it, trial, trials.probe(), criteria).row())
        .orElseGet(() -> GuessReading.unmeasured(it));
  }
}
