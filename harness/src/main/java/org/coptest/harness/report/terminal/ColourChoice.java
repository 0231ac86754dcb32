package org.coptest.harness.report.terminal;

/** What {@code --color} asks for. */
public enum ColourChoice {
  AUTO,
  ALWAYS,
  NEVER
}
