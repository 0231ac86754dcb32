/** What the code may and may not depend on, read from the compiled classes and the sources. */
@NullMarked
package org.coptest.dist.architecture;

import org.jspecify.annotations.NullMarked;
