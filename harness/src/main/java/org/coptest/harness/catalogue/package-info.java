/** The Code as data: guidelines, provisions, test cases, units, conditions and policies. */
@NullMarked
package org.coptest.harness.catalogue;

import org.jspecify.annotations.NullMarked;
