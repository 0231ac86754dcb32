/** The pretended shell behind consoles. */
@NullMarked
package org.coptest.emulators.shell;

import org.jspecify.annotations.NullMarked;
