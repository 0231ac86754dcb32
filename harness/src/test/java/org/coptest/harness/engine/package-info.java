@NullMarked
package org.coptest.harness.engine;

import org.jspecify.annotations.NullMarked;
