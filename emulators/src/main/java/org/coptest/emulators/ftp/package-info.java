/** FTP servers of emulated devices. */
@NullMarked
package org.coptest.emulators.ftp;

import org.jspecify.annotations.NullMarked;
