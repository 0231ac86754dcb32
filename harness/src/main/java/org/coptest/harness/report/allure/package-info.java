/** Allure 2 results and the pages generated from them. */
@NullMarked
package org.coptest.harness.report.allure;

import org.jspecify.annotations.NullMarked;
