/** SSH servers. */
@NullMarked
package org.coptest.emulators.ssh;

import org.jspecify.annotations.NullMarked;
