/**
 * Challenges and the Digest answer to them (RFC 7616), for HTTP, RTSP and whatever else asks so.
 */
@NullMarked
package org.coptest.probes.instrument.http.digest;

import org.jspecify.annotations.NullMarked;
