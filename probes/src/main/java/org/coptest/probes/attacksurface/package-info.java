/** Guideline 5.6: which TCP ports are open, what answers there, and whether it is declared. */
@NullMarked
package org.coptest.probes.attacksurface;

import org.jspecify.annotations.NullMarked;
