package org.coptest.spi;

/**
 * A piece of evidence of this campaign, by id; the record knows its file and digest.
 *
 * @param id unique in the campaign, such as {@code T-0007}
 */
public record EvidenceRef(String id) {}
