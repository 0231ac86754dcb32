package org.coptest.probes.declaration;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Table;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** Conceptual units: what they read is declared, row by row, and ready for an assessor. */
@AutoService(Rule.class)
public final class Provided implements Rule {
  private static final String REQUIRES = "requires";

  @Override
  public String id() {
    return "declaration.provided";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> values() {
    return Set.of(REQUIRES);
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var paths = criteria.values().list(REQUIRES).stream().map(RequiredPath::parse).toList();
    if (paths.isEmpty()) {
      throw new IllegalStateException("the suite names no path under " + REQUIRES);
    }
    var byPart = new LinkedHashMap<String, List<RequiredPath>>();
    paths.forEach(path -> byPart.computeIfAbsent(path.part(), p -> new ArrayList<>()).add(path));
    var rows = new ArrayList<RowJudgement>();
    byPart.forEach((part, required) -> rows.addAll(judge(part, required, criteria.ixit())));
    return rows;
  }

  private static List<RowJudgement> judge(String part, List<RequiredPath> paths, Ixit ixit) {
    boolean isTable = Fields.component(Ixit.class, part).getType() == Table.class;
    for (var path : paths) {
      if (path.table() != isTable) {
        throw new IllegalStateException(path.text() + " and its table do not agree");
      }
    }
    return isTable
        ? table((Table<?>) Fields.value(ixit, List.of(part)).orElseThrow(), paths)
        : paths.stream().map(path -> single(path, ixit)).toList();
  }

  private static RowJudgement single(RequiredPath path, Ixit ixit) {
    var keys = new ArrayList<>(List.of(path.part()));
    keys.addAll(path.fields());
    // A misspelt path must not look like a missing declaration.
    Fields.type(Ixit.class, keys);
    return Fields.value(ixit, keys).filter(Fields::isSaid).isPresent()
        ? RowJudgement.prepared(path.text(), path.text() + " is declared: an assessor examines it")
        : missing(path.text(), path.text() + " is not declared");
  }

  private static RowJudgement missing(String subject, String reason) {
    return RowJudgement.undecided(subject, Cause.MISSING_INPUT, reason);
  }

  private static List<RowJudgement> table(Table<?> table, List<RequiredPath> paths) {
    if (table.isAbsent()) {
      return List.of(missing(table.path(), table.path() + " is not declared"));
    } else if (table.rows().isEmpty()) {
      var reason = table.path() + " is declared empty: an assessor confirms that there is none";
      return List.of(RowJudgement.prepared(table.path(), reason));
    }
    var gaps = new LinkedHashMap<String, List<String>>();
    for (var path : paths) {
      table.stream().forEach(row -> gap(row, path, gaps));
    }
    if (gaps.isEmpty()) {
      var filters = String.join(", ", paths.stream().map(RequiredPath::text).toList());
      var reason = "no row of %s is asked for by %s".formatted(table.path(), filters);
      return List.of(RowJudgement.prepared(table.path(), reason));
    }
    return gaps.entrySet().stream().map(entry -> row(entry, table, paths)).toList();
  }

  private static RowJudgement row(
      Map.Entry<String, List<String>> gaps, Table<?> table, List<RequiredPath> paths) {
    var place = "%s[%s]".formatted(table.path(), gaps.getKey());
    if (gaps.getValue().isEmpty()) {
      var fields = String.join(", ", paths.stream().map(RequiredPath::fieldText).toList());
      var reason = "%s declares %s: an assessor examines it".formatted(place, fields);
      return RowJudgement.prepared(gaps.getKey(), reason);
    }
    var fields = String.join(" and ", gaps.getValue().stream().distinct().toList());
    return missing(gaps.getKey(), place + "." + fields + " is not declared");
  }

  /** Notes what this row lacks; a row that the filter leaves out is not noted at all. */
  private static void gap(Row row, RequiredPath path, Map<String, List<String>> gaps) {
    var record = (Record) row;
    Fields.type(record.getClass(), path.fields());
    if (path.filter().isPresent()) {
      var filter = path.filter().get();
      Fields.type(record.getClass(), filter.fields());
      var value = Fields.value(record, filter.fields());
      if (value.isEmpty()) {
        // Whether the row is asked for cannot be told.
        gaps.computeIfAbsent(row.id(), id -> new ArrayList<>())
            .add(String.join(".", filter.fields()));
        return;
      } else if (!Fields.text(value.get()).equals(filter.value())) {
        return;
      }
    }
    var found = gaps.computeIfAbsent(row.id(), id -> new ArrayList<>());
    if (Fields.value(record, path.fields()).filter(Fields::isSaid).isEmpty()) {
      found.add(path.fieldText());
    }
  }
}
