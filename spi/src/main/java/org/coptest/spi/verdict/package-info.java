/** Verdicts, their causes and the rows a rule returns. */
@NullMarked
package org.coptest.spi.verdict;

import org.jspecify.annotations.NullMarked;
