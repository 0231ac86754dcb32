/** The same work done by coptest and by a well-known tool. */
@NullMarked
package org.coptest.bench.compare;

import org.jspecify.annotations.NullMarked;
