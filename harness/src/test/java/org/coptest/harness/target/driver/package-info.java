@NullMarked
package org.coptest.harness.target.driver;

import org.jspecify.annotations.NullMarked;
