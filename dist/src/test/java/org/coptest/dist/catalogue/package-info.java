/** The shipped suites beside the shipped probes and rules. */
@NullMarked
package org.coptest.dist.catalogue;

import org.jspecify.annotations.NullMarked;
