package org.coptest.probes.instrument.http.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a form submits when its first button is pressed. */
final class FormBuilder {
  private final HtmlToken.Start tag;
  private final List<FormField> fields = new ArrayList<>();
  private boolean button;
  private boolean chosen;

  FormBuilder(HtmlToken.Start tag) {
    this.tag = tag;
  }

  String id() {
    return tag.attribute("id");
  }

  void add(String kind, HtmlToken.Start field) {
    var name = field.attribute("name");
    boolean ticked = !kind.equals("checkbox") && !kind.equals("radio") || field.has("checked");
    boolean pressed = !kind.equals("submit") || !button;
    button |= kind.equals("submit");
    chosen = false;
    // A field without a name is not submitted, but a password still shows what the form is for.
    if (ticked && pressed && (!name.isEmpty() || kind.equals("password"))) {
      var hint = field.attribute("autocomplete").toLowerCase(Locale.ROOT).strip();
      fields.add(new FormField(kind, name, value(kind, field), hint));
    }
  }

  private static String value(String kind, HtmlToken.Start field) {
    var value = field.attribute("value");
    return value.isEmpty() && (kind.equals("checkbox") || kind.equals("radio")) ? "on" : value;
  }

  /** An option of the last select: the first counts, unless a later one is marked. */
  void option(String value, boolean selected) {
    if (!fields.isEmpty() && fields.getLast().kind().equals("select") && (!chosen || selected)) {
      replace(value);
      chosen = true;
    }
  }

  /** The content of the last text area. */
  void fill(String text) {
    if (!fields.isEmpty() && fields.getLast().kind().equals("textarea")) {
      replace(text);
    }
  }

  private void replace(String value) {
    var last = fields.removeLast();
    fields.add(new FormField(last.kind(), last.name(), value, last.hint()));
  }

  HtmlForm form() {
    return new HtmlForm(tag.attribute("action"), tag.attribute("method"), fields);
  }
}
