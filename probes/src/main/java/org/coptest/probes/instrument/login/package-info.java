/**
 * Drives logins of any protocol in one order with controls; knows nothing about right and wrong.
 */
@NullMarked
package org.coptest.probes.instrument.login;

import org.jspecify.annotations.NullMarked;
