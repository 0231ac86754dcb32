@NullMarked
package org.coptest.harness.target.declaration;

import org.jspecify.annotations.NullMarked;
