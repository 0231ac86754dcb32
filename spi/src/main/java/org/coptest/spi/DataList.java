package org.coptest.spi;

import java.time.LocalDate;

/**
 * A list of facts that a probe works through.
 *
 * @param id name of the list
 * @param date when it was compiled; older than 400 days is stale
 * @param count number of entries
 * @param sha256 digest of the file
 */
public record DataList(String id, LocalDate date, int count, String sha256) {}
