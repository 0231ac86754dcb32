/** MQTT 3.1.1 and 5 as far as a login needs it; knows nothing about right and wrong. */
@NullMarked
package org.coptest.probes.instrument.mqtt;

import org.jspecify.annotations.NullMarked;
