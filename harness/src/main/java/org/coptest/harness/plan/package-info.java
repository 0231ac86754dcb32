/**
 * What will run on which device, what cannot be decided here, and why; computed before anything is
 * sent.
 */
@NullMarked
package org.coptest.harness.plan;

import org.jspecify.annotations.NullMarked;
