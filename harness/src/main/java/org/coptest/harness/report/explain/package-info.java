/** Answers to coptest explain. */
@NullMarked
package org.coptest.harness.report.explain;

import org.jspecify.annotations.NullMarked;
