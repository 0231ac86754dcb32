/** CoAP inside DTLS with a pre-shared key; knows nothing about right and wrong. */
@NullMarked
package org.coptest.probes.instrument.coap;

import org.jspecify.annotations.NullMarked;
