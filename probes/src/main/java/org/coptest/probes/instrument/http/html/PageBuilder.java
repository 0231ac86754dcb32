package org.coptest.probes.instrument.http.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts a page together from its tokens. */
final class PageBuilder {
  private static final Set<String> UNSEEN = Set.of("script", "style", "template", "iframe");
  private static final Set<String> BUTTONS = Set.of("reset", "button", "image", "file");
  private static final Pattern LEAVES =
      Pattern.compile(
          "location(?:\\.href)?\\s{0,9}=(?!=)\\s{0,9}(?:[\"']([^\"'<>\\s]{1,256})[\"'])?"
              + "|location\\.(?:replace|assign)\\s{0,9}\\(\\s{0,9}[\"']?([^\"'<>\\s)]{0,256})");
  private static final Pattern REFRESH =
      Pattern.compile("(?i)url\\s{0,9}=\\s{0,9}['\"]?([^'\"\\s]+)");
  private static final int MOST_FIELDS = 500;
  private static final int MOST_LINKS = 200;
  private static final int MOST_LEADS = 3;
  private final List<FormBuilder> forms = new ArrayList<>();
  private final List<HtmlPage.Link> links = new ArrayList<>();
  private final Map<String, String> metas = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private String base = "";
  private String raw = "";
  private String linked = "";
  private int linkText;
  private int templates;
  private int fields;
  private boolean inForm;
  private boolean loosePassword;
  private boolean script;
  private boolean leaves;

  private PageBuilder() {}

  static HtmlPage page(List<HtmlToken> tokens) {
    var builder = new PageBuilder();
    tokens.forEach(builder::take);
    builder.endLink();
    return new HtmlPage(
        builder.text.toString().strip(),
        builder.base,
        builder.forms.stream().map(FormBuilder::form).toList(),
        List.copyOf(builder.links),
        Map.copyOf(builder.metas),
        builder.loosePassword,
        builder.script,
        builder.leaves);
  }

  private void take(HtmlToken token) {
    switch (token) {
      case HtmlToken.Text it -> text(it.text());
      case HtmlToken.Start it -> start(it);
      case HtmlToken.End it -> end(it.name());
    }
  }

  private void text(String seen) {
    if (raw.equals("script")) {
      LEAVES.matcher(seen).results().limit(MOST_LEADS).forEach(this::leaves);
    } else if (raw.equals("textarea") && inForm) {
      forms.getLast().fill(seen);
    } else if (!UNSEEN.contains(raw) && templates == 0) {
      text.append(seen);
    }
  }

  private void leaves(MatchResult found) {
    leaves = true;
    var target = found.group(1) == null ? found.group(2) : found.group(1);
    add(new HtmlPage.Link(target == null ? "" : target, "frame"));
  }

  private void end(String name) {
    raw = "";
    text.append(' ');
    switch (name) {
      case "template" -> templates = Math.max(0, templates - 1);
      case "form" -> inForm = false;
      case "a" -> endLink();
      default -> {}
    }
  }

  private void start(HtmlToken.Start tag) {
    raw = tag.name();
    text.append(' ');
    script |= tag.name().equals("script");
    if (tag.name().equals("template")) {
      templates++;
    }
    if (templates > 0) {
      return;
    }
    switch (tag.name()) {
      case "form" -> form(tag);
      case "input", "select", "textarea", "button" -> field(tag);
      case "option" -> option(tag);
      case "a" -> link(tag.attribute("href"));
      case "frame", "iframe" -> add(new HtmlPage.Link(tag.attribute("src"), "frame"));
      case "base" -> base = base.isEmpty() ? tag.attribute("href") : base;
      case "meta" -> meta(tag);
      default -> {}
    }
  }

  private void form(HtmlToken.Start tag) {
    if (!inForm && forms.size() < MOST_LINKS) {
      forms.add(new FormBuilder(tag));
      inForm = true;
    }
  }

  private void field(HtmlToken.Start tag) {
    var type = tag.attribute("type").toLowerCase(Locale.ROOT).strip();
    var kind = tag.name().equals("input") ? type : kind(tag.name(), type);
    if (BUTTONS.contains(kind) || tag.has("disabled") || fields++ > MOST_FIELDS) {
      return;
    }
    var owner = tag.attribute("form");
    var form = forms.stream().filter(it -> !owner.isEmpty() && it.id().equals(owner)).findFirst();
    if (form.isPresent()) {
      form.get().add(kind, tag);
    } else if (inForm) {
      forms.getLast().add(kind, tag);
    } else {
      loosePassword |= kind.equals("password");
    }
  }

  private static String kind(String element, String type) {
    return element.equals("button") ? (type.isEmpty() ? "submit" : type) : element;
  }

  private void option(HtmlToken.Start tag) {
    if (inForm) {
      forms.getLast().option(tag.attribute("value"), tag.has("selected"));
    }
  }

  private void meta(HtmlToken.Start tag) {
    var name =
        tag.attribute("name").isEmpty() ? tag.attribute("http-equiv") : tag.attribute("name");
    if (!name.isEmpty() && metas.size() < MOST_LINKS) {
      metas.putIfAbsent(name.toLowerCase(Locale.ROOT), tag.attribute("content"));
    }
    if (name.equalsIgnoreCase("refresh")) {
      var target = REFRESH.matcher(tag.attribute("content"));
      add(new HtmlPage.Link(target.find() ? target.group(1) : "", "frame"));
    }
  }

  private void link(String target) {
    endLink();
    linked = target;
    linkText = text.length();
  }

  private void endLink() {
    if (!linked.isEmpty()) {
      add(new HtmlPage.Link(linked, text.substring(linkText).strip()));
      linked = "";
    }
  }

  private void add(HtmlPage.Link link) {
    if (!link.target().isEmpty() && links.size() < MOST_LINKS) {
      links.add(link);
    }
  }
}
