/** Carries out what only the maker of a device knows how to do, as its declaration says. */
@NullMarked
package org.coptest.harness.target.driver;

import org.jspecify.annotations.NullMarked;
