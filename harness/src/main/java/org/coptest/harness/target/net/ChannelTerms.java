package org.coptest.harness.target.net;

import java.util.function.Consumer;

/**
 * What holds for every channel of a device.
 *
 * @param signOfLife called whenever the device showed that it lives
 * @param firstWords takes the first bytes that come
 */
record ChannelTerms(
    Limits limits, BenchTime time, Runnable signOfLife, Consumer<byte[]> firstWords) {}
