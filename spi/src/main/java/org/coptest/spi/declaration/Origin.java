package org.coptest.spi.declaration;

/**
 * Where something was declared.
 *
 * @param file file name as given on the command line
 * @param line counted from 1
 * @param column counted from 1
 */
public record Origin(String file, int line, int column) {

  /** {@code file:line:column}, as compilers print it. */
  public String text() {
    return file + ":" + line + ":" + column;
  }
}
