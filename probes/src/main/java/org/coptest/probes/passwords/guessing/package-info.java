/** Guideline 5.1-5: how a login meets who guesses, measured within a small number of attempts. */
@NullMarked
package org.coptest.probes.passwords.guessing;

import org.jspecify.annotations.NullMarked;
