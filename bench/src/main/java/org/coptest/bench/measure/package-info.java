/** Wall time, processor time and memory of a run, as a table for people. */
@NullMarked
package org.coptest.bench.measure;

import org.jspecify.annotations.NullMarked;
