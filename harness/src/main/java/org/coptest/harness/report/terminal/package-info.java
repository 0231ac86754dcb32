/** What a person at a terminal sees, and JSON lines for programs. */
@NullMarked
package org.coptest.harness.report.terminal;

import org.jspecify.annotations.NullMarked;
