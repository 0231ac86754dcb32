/** HTTP and RTSP servers. */
@NullMarked
package org.coptest.emulators.web;

import org.jspecify.annotations.NullMarked;
