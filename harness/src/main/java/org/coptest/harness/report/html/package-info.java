/** The lab report: HTML without script, for screen and paper. */
@NullMarked
package org.coptest.harness.report.html;

import org.jspecify.annotations.NullMarked;
