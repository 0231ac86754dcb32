package org.coptest.bench.measure;

import java.time.Duration;

/**
 * What something took.
 *
 * @param heapUsed most heap in use, garbage included, in bytes
 * @param heapLive most heap that a collection left in use, in bytes
 * @param load of the machine at the end, over the last minute
 */
public record Cost(Duration wall, Duration processor, long heapUsed, long heapLive, double load) {}
