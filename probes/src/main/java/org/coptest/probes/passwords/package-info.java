/**
 * Guidelines 5.1 and 5.5: which logins the device offers, what they accept, and whether they work.
 */
@NullMarked
package org.coptest.probes.passwords;

import org.jspecify.annotations.NullMarked;
