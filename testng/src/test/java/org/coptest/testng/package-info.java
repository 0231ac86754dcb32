/** Tests of the second engine. */
@NullMarked
package org.coptest.testng;

import org.jspecify.annotations.NullMarked;
