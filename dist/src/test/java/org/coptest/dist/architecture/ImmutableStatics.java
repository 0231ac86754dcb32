package org.coptest.dist.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Statics that can be written to although their reference is final. */
final class ImmutableStatics {

  private static final Set<String> MUTABLE =
      Set.of(
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.TreeMap",
          "java.util.BitSet",
          "java.util.Random",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal");

  private ImmutableStatics() {}

  static ArchCondition<JavaField> holdNoMutableType() {
    return new ArchCondition<>("hold no mutable type") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        var type = field.getRawType().getName();
        if (MUTABLE.contains(type) || type.startsWith("java.util.concurrent.")) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getDescription() + " is a static " + type));
        }
      }
    };
  }
}
