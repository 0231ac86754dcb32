/**
 * Campaigns from the command line: killed, stopped, resumed, judged again, with plug-ins and
 * suites.
 */
@NullMarked
package org.coptest.dist.campaign;

import org.jspecify.annotations.NullMarked;
