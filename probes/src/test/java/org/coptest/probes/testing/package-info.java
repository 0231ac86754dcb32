/** What tests of probes and rules share: a loopback device, records to judge, declarations. */
@NullMarked
package org.coptest.probes.testing;

import org.jspecify.annotations.NullMarked;
