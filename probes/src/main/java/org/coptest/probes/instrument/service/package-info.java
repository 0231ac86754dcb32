/** Recognises what is spoken on a port by a typed parse of what comes back. */
@NullMarked
package org.coptest.probes.instrument.service;

import org.jspecify.annotations.NullMarked;
