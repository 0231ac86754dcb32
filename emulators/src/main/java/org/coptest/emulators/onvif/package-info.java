/** The ONVIF device service of emulated devices. */
@NullMarked
package org.coptest.emulators.onvif;

import org.jspecify.annotations.NullMarked;
