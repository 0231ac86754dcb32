package org.coptest.harness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.EvidenceFile;

/**
 * Finds evidence files from what the record says of them; a path that leads anywhere but below
 * {@code evidence/} finds nothing.
 */
public final class EvidenceShelf {
  private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}";
  private static final Pattern PATH =
      Pattern.compile("evidence/(?:%1$s/){0,3}%1$s".formatted(NAME));
  private static final Pattern READABLE = Pattern.compile(".*\\.(txt|json|bin|pcapng|png)");
  private static final Pattern ID = Pattern.compile("([A-Z]-\\d{1,9})-.*");
  private final Path root;

  private EvidenceShelf(Path root) {
    this.root = root;
  }

  /** Of a campaign; a rejudged one rests on the evidence of the original. */
  public static EvidenceShelf of(CampaignFolder folder) {
    var root = folder.root().toAbsolutePath().normalize();
    return new EvidenceShelf(
        Optional.ofNullable(root.getParent())
            .filter(parent -> parent.endsWith("rejudged"))
            .flatMap(parent -> Optional.ofNullable(parent.getParent()))
            .orElse(root));
  }

  /** The file, when it is there and is a plain file below {@code evidence/}. */
  public Optional<Path> file(EvidenceFile evidence) {
    return Optional.of(evidence.path())
        .filter(path -> PATH.matcher(path).matches())
        .map(root::resolve)
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .filter(this::isBelowRoot);
  }

  private boolean isBelowRoot(Path file) {
    try {
      return file.toRealPath().startsWith(root.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  /** Where a page in {@code from} links to; only kinds of files that a browser does not run. */
  public Optional<String> link(Path from, EvidenceFile evidence) {
    return file(evidence)
        .filter(file -> READABLE.matcher(file.toString()).matches())
        .map(file -> from.toAbsolutePath().normalize().relativize(file).toString())
        .map(link -> link.replace('\\', '/'));
  }

  /** {@code T-0007} where the file is named so, else the name of the file; quoted. */
  public static String label(EvidenceFile evidence) {
    var path = evidence.path();
    var name = path.substring(path.lastIndexOf('/') + 1);
    var id = ID.matcher(name);
    return Shown.text(id.matches() ? id.group(1) : name, 60);
  }
}
