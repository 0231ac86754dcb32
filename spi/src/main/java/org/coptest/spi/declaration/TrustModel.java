package org.coptest.spi.declaration;

/** What a certificate is checked against. */
public enum TrustModel {
  PUBLIC_CA,
  PRIVATE_CA,
  PINNED,
  TOFU
}
