/** What the maker declares: target, ICS and IXIT, typed. */
@NullMarked
package org.coptest.spi.declaration;

import org.jspecify.annotations.NullMarked;
