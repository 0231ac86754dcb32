/** Emulated devices: one class per persona, put together from families. */
@NullMarked
package org.coptest.emulators;

import org.jspecify.annotations.NullMarked;
