/** SNMP v1, v2c and v3 as far as a login needs it; knows nothing about right and wrong. */
@NullMarked
package org.coptest.probes.instrument.snmp;

import org.jspecify.annotations.NullMarked;
