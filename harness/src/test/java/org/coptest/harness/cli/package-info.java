@NullMarked
package org.coptest.harness.cli;

import org.jspecify.annotations.NullMarked;
