package org.coptest.spi.declaration;

/** Kind of sensitive security parameter. */
public enum ParameterType {
  CRITICAL,
  PUBLIC
}
