/** JMH benchmarks and whole-run measurements of the harness. */
@NullMarked
package org.coptest.bench;

import org.jspecify.annotations.NullMarked;
