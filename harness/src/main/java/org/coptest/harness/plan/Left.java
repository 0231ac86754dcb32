package org.coptest.harness.plan;

import org.coptest.spi.verdict.Cause;

/** Why something planned cannot be done here; known before anything is sent. */
public record Left(Cause cause, String reason) {}
