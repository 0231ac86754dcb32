package org.coptest.spi.verdict;

/**
 * What a maker needs to act on a FAIL.
 *
 * @param expected what conformity would look like
 * @param found what was seen instead
 * @param declaredAt file position or path of the declaration it was held against
 * @param reproduce one command or step that shows it again
 * @param fix what to change
 */
public record Finding(
    String expected, String found, String declaredAt, String reproduce, String fix) {}
