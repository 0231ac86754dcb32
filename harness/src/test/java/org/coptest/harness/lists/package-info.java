@NullMarked
package org.coptest.harness.lists;

import org.jspecify.annotations.NullMarked;
