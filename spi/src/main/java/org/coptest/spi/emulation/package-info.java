/** How an emulated device is offered to the harness. */
@NullMarked
package org.coptest.spi.emulation;

import org.jspecify.annotations.NullMarked;
