@NullMarked
package org.coptest.harness.yaml;

import org.jspecify.annotations.NullMarked;
