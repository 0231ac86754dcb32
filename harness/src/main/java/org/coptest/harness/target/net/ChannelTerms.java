package org.coptest.harness.target.net;

/**
 * What holds for every channel of a device.
 *
 * @param signOfLife called whenever the device showed that it lives
 */
record ChannelTerms(Limits limits, BenchTime time, Runnable signOfLife) {}
