package org.coptest.harness.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.coptest.spi.declaration.Key;

/** How the constants of an enum are written in YAML. */
public final class EnumWords {
  private EnumWords() {}

  /** The constants by word: the word of {@link Key}, or else the name in kebab case. */
  public static Map<String, Object> of(Class<?> type) {
    var words = new LinkedHashMap<String, Object>();
    Arrays.stream(type.getEnumConstants()).forEach(each -> words.put(word((Enum<?>) each), each));
    return words;
  }

  /** How one constant is written. */
  public static String word(Enum<?> constant) {
    try {
      var key = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Key.class);
      return key != null && !key.value().isEmpty()
          ? key.value()
          : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is a field", e);
    }
  }
}
