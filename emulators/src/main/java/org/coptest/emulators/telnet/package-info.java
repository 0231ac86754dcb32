/** Telnet consoles. */
@NullMarked
package org.coptest.emulators.telnet;

import org.jspecify.annotations.NullMarked;
