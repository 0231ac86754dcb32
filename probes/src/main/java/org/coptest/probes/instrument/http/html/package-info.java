/** Reads HTML as browsers do without running its scripts: forms, links and what people see. */
@NullMarked
package org.coptest.probes.instrument.http.html;

import org.jspecify.annotations.NullMarked;
