/** Marks that tell one device from another: hardware address, SSH host keys, TLS keys. */
@NullMarked
package org.coptest.harness.target.net.identity;

import org.jspecify.annotations.NullMarked;
