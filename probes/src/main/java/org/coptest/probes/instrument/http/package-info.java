/** Asks web servers over channels of the Dut, one connection a request, following nothing. */
@NullMarked
package org.coptest.probes.instrument.http;

import org.jspecify.annotations.NullMarked;
