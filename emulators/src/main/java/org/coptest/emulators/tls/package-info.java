/** TLS in front of other services, current or outdated. */
@NullMarked
package org.coptest.emulators.tls;

import org.jspecify.annotations.NullMarked;
