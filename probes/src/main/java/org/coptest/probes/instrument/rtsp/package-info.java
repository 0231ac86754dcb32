/** Asks RTSP servers for descriptions and set-ups of streams, never for media. */
@NullMarked
package org.coptest.probes.instrument.rtsp;

import org.jspecify.annotations.NullMarked;
