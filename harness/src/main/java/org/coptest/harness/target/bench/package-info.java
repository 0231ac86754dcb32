/** Opens declared devices: starts emulated ones, resolves addresses, hands out the Dut. */
@NullMarked
package org.coptest.harness.target.bench;

import org.jspecify.annotations.NullMarked;
