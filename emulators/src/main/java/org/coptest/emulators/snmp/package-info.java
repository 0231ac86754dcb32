/** An SNMP agent that can be sound or wrong in one way. */
@NullMarked
package org.coptest.emulators.snmp;

import org.jspecify.annotations.NullMarked;
