/**
 * Reads targets.yaml: merged, bound to the records of the SPI, checked, with all problems at once.
 */
@NullMarked
package org.coptest.harness.target.declaration;

import org.jspecify.annotations.NullMarked;
