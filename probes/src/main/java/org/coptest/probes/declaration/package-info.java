/** Rules over papers: what the maker declared, held against what the unit asks for. */
@NullMarked
package org.coptest.probes.declaration;

import org.jspecify.annotations.NullMarked;
