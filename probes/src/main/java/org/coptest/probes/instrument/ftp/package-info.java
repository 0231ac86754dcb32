/** Logs in to FTP servers and tells a session from a message of success. */
@NullMarked
package org.coptest.probes.instrument.ftp;

import org.jspecify.annotations.NullMarked;
