/** JMH benchmarks of the few places that every verdict passes. */
@NullMarked
package org.coptest.bench.micro;

import org.jspecify.annotations.NullMarked;
