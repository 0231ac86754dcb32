/** The append-only record of a campaign and the run model built from it. */
@NullMarked
package org.coptest.harness.record;

import org.jspecify.annotations.NullMarked;
