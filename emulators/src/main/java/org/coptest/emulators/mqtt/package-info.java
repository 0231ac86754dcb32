/** An MQTT broker that can be sound or wrong in one way. */
@NullMarked
package org.coptest.emulators.mqtt;

import org.jspecify.annotations.NullMarked;
