/**
 * Passwords that come with the device: can they be predicted, and does each device have its own?
 */
@NullMarked
package org.coptest.probes.passwords.preset;

import org.jspecify.annotations.NullMarked;
