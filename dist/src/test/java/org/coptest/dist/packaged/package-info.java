/** Tests of the finished zip; they run after packaging. */
@NullMarked
package org.coptest.dist.packaged;

import org.jspecify.annotations.NullMarked;
