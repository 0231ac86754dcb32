package org.coptest.spi.declaration;

/** How a login over HTTP is sent. */
public enum LoginFormat {
  FORM,
  JSON
}
