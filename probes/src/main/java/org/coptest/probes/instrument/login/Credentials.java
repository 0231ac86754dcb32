package org.coptest.probes.instrument.login;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is tried on one surface.
 *
 * @param valid V: a credential declared to work
 * @param chosenByUser whether its password was chosen by the person who set the device up
 * @param list candidates, most telling first
 */
public record Credentials(Optional<Candidate> valid, boolean chosenByUser, List<Candidate> list) {

  /** Candidates that fit a login with or without user names, each pair once. */
  List<Candidate> fitting(NameUse names) {
    var fitting = new ArrayList<Candidate>();
    var pairs = new HashSet<List<String>>();
    for (var candidate : list) {
      var fit = fit(candidate, names);
      if (wanted(fit, names) && pairs.add(List.of(fit.user(), fit.password()))) {
        fitting.add(fit);
      }
    }
    return fitting;
  }

  /** V as this login takes it. */
  Optional<Candidate> validFor(NameUse names) {
    return valid.map(candidate -> fit(candidate, names));
  }

  /** Whether this is the password that the user chose: no default, even when a list names it. */
  boolean chosen(Candidate candidate, NameUse names) {
    return chosenByUser && validFor(names).filter(candidate::sameAs).isPresent();
  }

  private static Candidate fit(Candidate candidate, NameUse names) {
    return names == NameUse.ABSENT
        ? new Candidate(candidate.id(), "", candidate.password())
        : candidate;
  }

  private static boolean wanted(Candidate candidate, NameUse names) {
    return names != NameUse.REQUIRED || !candidate.user().isEmpty();
  }
}
