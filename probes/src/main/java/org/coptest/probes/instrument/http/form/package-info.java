/** Logs in to web pages as a browser does that runs no scripts, and to JSON services as told. */
@NullMarked
package org.coptest.probes.instrument.http.form;

import org.jspecify.annotations.NullMarked;
