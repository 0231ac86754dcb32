package org.coptest.spi.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a record component or enum constant appears in targets.yaml and its JSON schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Key {

  /** The key, when it is not the component's own name. */
  String value() default "";

  /** One sentence for the schema and for {@code init}. */
  String doc() default "";

  /** Regular expression the whole value must match; empty for none. */
  String pattern() default "";
}
