package org.coptest.spi.declaration;

/** What an authentication mechanism asks for. */
public enum Factor {
  PASSWORD,
  TOKEN,
  CERTIFICATE,
  KEY,
  BIOMETRIC,
  NONE
}
