package org.coptest.harness.catalogue;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.coptest.harness.catalogue.Entries.CatalogueEntry;
import org.coptest.harness.catalogue.Entries.ConditionsEntry;
import org.coptest.harness.catalogue.Entries.GroupEntry;
import org.coptest.harness.catalogue.Entries.GuidelineEntry;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.RecordBinder;
import org.coptest.harness.yaml.YamlDocument;
import org.coptest.spi.Policies;
import org.coptest.spi.Policy;
import org.coptest.spi.declaration.Origin;

/**
 * Reads a suite folder: {@code catalogue.yaml}, {@code conditions.yaml}, {@code policies/*.yaml}
 * and one {@code NN-topic.yaml} per guideline. It tells all problems at once.
 */
public final class CatalogueReader {

  private static final String SUITE = "[0-9]{2}-[a-z0-9-]+\\.yaml";
  private static final String CATALOGUE = "catalogue.yaml";
  private static final String CONDITIONS = "conditions.yaml";

  private final Path folder;
  private final Problems problems;

  private CatalogueReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * The catalogue in this folder.
   *
   * @throws org.coptest.harness.yaml.ConfigurationProblemsException with everything that is wrong
   */
  public static Catalogue read(Path folder) {
    var problems = new Problems();
    var catalogue = read(folder, problems);
    problems.throwIfAny();
    return catalogue.orElseThrow();
  }

  /** The catalogue in this folder; empty when it adds problems. */
  public static Optional<Catalogue> read(Path folder, Problems problems) {
    var own = problems.count();
    var catalogue = new CatalogueReader(folder, problems).read();
    return problems.count() == own ? catalogue : Optional.empty();
  }

  private Optional<Catalogue> read() {
    var heading = one(CATALOGUE, CatalogueEntry.class);
    var conditions =
        one(CONDITIONS, ConditionsEntry.class)
            .map(entry -> new ConditionReader(problems).read(entry.conditions()))
            .orElse(List.of());
    var policies = all(folder.resolve("policies"), ".*\\.yaml", Policy.class);
    var groups = heading.map(CatalogueEntry::groups).orElse(List.of());
    var guidelines = guidelines(conditions, policies, groups);
    return heading
        .filter(it -> problems.isEmpty())
        .map(it ->
            new Catalogue(
                it.id(),
                it.title(),
                guidelines,
                conditions,
                new Policies(policies),
                FolderDigest.sha256(folder)));
  }

  private List<Guideline> guidelines(
      List<Condition> conditions, List<Policy> policies, List<GroupEntry> groups) {
    var check =
        new GuidelineCheck(
            problems,
            conditions.stream().map(Condition::id).collect(toCollection(TreeSet::new)),
            policies.stream().map(Policy::id).collect(toCollection(TreeSet::new)));
    var entries = all(folder, SUITE, GuidelineEntry.class);
    groups.forEach(group -> check.checkGroup(group.id(), group.at()));
    entries.forEach(check::check);
    var members = groups.stream().collect(toMap(GroupEntry::id, GroupEntry::probes, (a, b) -> a));
    return entries.stream()
        .map(new GuidelineReader(problems, members)::read)
        .sorted(Comparator.comparingInt(Guideline::order))
        .toList();
  }

  private <R extends Record> Optional<R> one(String name, Class<R> type) {
    return bound(folder.resolve(name), type);
  }

  private <R extends Record> List<R> all(Path directory, String pattern, Class<R> type) {
    var entries = new ArrayList<R>();
    for (var file : yamlFiles(directory)) {
      var name = file.getFileName().toString();
      if (name.matches(pattern)) {
        bound(file, type).ifPresent(entries::add);
      } else if (!name.equals(CATALOGUE) && !name.equals(CONDITIONS)) {
        problems.add(
            new Origin(file.toString(), 0, 0),
            "is not the name of a suite file",
            "name it NN-topic.yaml, or move it elsewhere");
      }
    }
    return entries;
  }

  private List<Path> yamlFiles(Path directory) {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(
          new Origin(directory.toString(), 0, 0),
          "is not a folder that can be read",
          "name a folder with suite files");
      return List.of();
    }
  }

  private <R extends Record> Optional<R> bound(Path file, Class<R> type) {
    return YamlDocument.parse(file, problems)
        .flatMap(node -> RecordBinder.bind(node, type, "", problems));
  }
}
