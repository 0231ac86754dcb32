/** A CoAP server inside DTLS with pre-shared keys. */
@NullMarked
package org.coptest.emulators.coap;

import org.jspecify.annotations.NullMarked;
