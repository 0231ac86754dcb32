/** The device on the network, as far as a probe may reach it. */
@NullMarked
package org.coptest.spi.net;

import org.jspecify.annotations.NullMarked;
