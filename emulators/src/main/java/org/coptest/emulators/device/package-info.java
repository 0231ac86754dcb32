/** What every emulated device is built of: ports, makes, secrets. */
@NullMarked
package org.coptest.emulators.device;

import org.jspecify.annotations.NullMarked;
