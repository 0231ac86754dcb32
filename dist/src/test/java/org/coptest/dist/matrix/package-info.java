/**
 * Every emulated device, looked at by the shipped probes and held to the verdicts expected of it.
 */
@NullMarked
package org.coptest.dist.matrix;

import org.jspecify.annotations.NullMarked;
