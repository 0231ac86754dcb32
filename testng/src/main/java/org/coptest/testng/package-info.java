/** Runs TestNG suites of a lab beside the Code, on the same devices and into the same record. */
@NullMarked
package org.coptest.testng;

import org.jspecify.annotations.NullMarked;
