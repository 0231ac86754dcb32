@NullMarked
package org.coptest.harness.plan;

import org.jspecify.annotations.NullMarked;
