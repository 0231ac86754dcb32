/** Whole campaigns over devices that exist only on paper. */
@NullMarked
package org.coptest.bench.fleet;

import org.jspecify.annotations.NullMarked;
