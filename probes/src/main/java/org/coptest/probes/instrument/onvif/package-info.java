/** Asks ONVIF devices read-only questions, with the logins that ONVIF knows. */
@NullMarked
package org.coptest.probes.instrument.onvif;

import org.jspecify.annotations.NullMarked;
