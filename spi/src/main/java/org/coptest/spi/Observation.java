package org.coptest.spi;

/**
 * Facts that one probe saw. Implemented by records annotated with {@link ObservationType}; they
 * hold values only (strings, numbers, enums, lists, maps, records, java.time) so that they can be
 * read back years later.
 */
public interface Observation {}
