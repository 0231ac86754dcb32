package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.Policies;

/**
 * The Code as data, in one version.
 *
 * @param id the profile, {@code tec-31318-2021}
 * @param title what it is, for people
 * @param guidelines in the order of the Code
 * @param conditions the named conditions
 * @param policies the policies that units may name
 * @param sha256 digest of the files it was read from, lower-case hexadecimal
 */
public record Catalogue(
    String id,
    String title,
    List<Guideline> guidelines,
    List<Condition> conditions,
    Policies policies,
    String sha256) {

  /** Copies its lists. */
  public Catalogue {
    guidelines = List.copyOf(guidelines);
    conditions = List.copyOf(conditions);
  }

  /** All provisions, in order. */
  public List<Provision> provisions() {
    return provisionStream().toList();
  }

  /** All test cases, in order. */
  public List<TestCase> cases() {
    return provisionStream().flatMap(provision -> provision.cases().stream()).toList();
  }

  /** All test units, in order. */
  public List<TestUnit> units() {
    return cases().stream().flatMap(testCase -> testCase.units().stream()).toList();
  }

  /** The provision with this id. */
  public Optional<Provision> provision(String id) {
    return provisionStream().filter(provision -> provision.id().equals(id)).findFirst();
  }

  /** The guideline with this number. */
  public Optional<Guideline> guideline(String number) {
    return guidelines.stream().filter(guideline -> guideline.number().equals(number)).findFirst();
  }

  private Stream<Provision> provisionStream() {
    return guidelines.stream().flatMap(guideline -> guideline.provisions().stream());
  }
}
