package org.coptest.harness.target.declaration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlDocument;

/** Reads targets.yaml: parse, merge, bind, check; touches no network. */
public final class TargetsReader {
  private final References references;
  private final Problems problems = new Problems();
  private final List<DeclaredTargets.File> files = new ArrayList<>();

  private TargetsReader(References references) {
    this.references = references;
  }

  /**
   * The targets of a file.
   *
   * @throws org.coptest.harness.yaml.ConfigurationProblemsException with all problems
   */
  public static DeclaredTargets read(Path file, References references) {
    return read(List.of(file), references);
  }

  /**
   * As {@link #read(Path, References)}; ids are unique over all files and samples may cross them.
   */
  public static DeclaredTargets read(List<Path> files, References references) {
    return new TargetsReader(references).read(files);
  }

  private DeclaredTargets read(List<Path> paths) {
    var effective = paths.stream().flatMap(path -> effective(path).stream()).toList();
    var targets = effective.stream().flatMap(target -> declared(target).stream()).toList();
    new SamplesCheck(problems).check(effective);
    problems.throwIfAny();
    return new DeclaredTargets(files, targets);
  }

  private List<EffectiveTarget> effective(Path path) {
    return YamlDocument.read(path, problems)
        .flatMap(content -> {
          files.add(new DeclaredTargets.File(path.toString(), TreeDigest.sha256(content)));
          return YamlDocument.parse(path.toString(), content, problems);
        })
        .flatMap(root -> TargetsFile.of(root, problems))
        .map(file -> {
          file.unusedModels(path).forEach(this::checkShape);
          return file.effective(path, problems);
        })
        .orElse(List.of());
  }

  /** A model that nobody uses yet needs no secrets. */
  private void checkShape(EffectiveTarget model) {
    DeclaredTarget.bind(model, (reference, wanted, path, found) -> Optional.of("1"), problems);
  }

  private Optional<DeclaredTarget> declared(EffectiveTarget target) {
    TargetCheck.all().forEach(check -> check.check(target, references, problems));
    return DeclaredTarget.bind(target, references, new Unstarted(), problems)
        .map(bound -> new DeclaredTarget(target, references, bound));
  }
}
