package org.coptest.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Name and version under which an observation is recorded. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ObservationType {

  /** Stable name, {@code topic.name}. */
  String value();

  /** Raised when components change their meaning; old versions stay readable. */
  int version() default 1;
}
