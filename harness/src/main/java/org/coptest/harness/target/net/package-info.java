/** The device on the network: the only package that opens sockets. */
@NullMarked
package org.coptest.harness.target.net;

import org.jspecify.annotations.NullMarked;
