/** Lists that a lab brings along. */
@NullMarked
package org.coptest.harness.lists;

import org.jspecify.annotations.NullMarked;
