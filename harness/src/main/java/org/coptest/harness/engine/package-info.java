/** Runs a plan as a tree on the JUnit Platform; knows neither YAML nor Allure. */
@NullMarked
package org.coptest.harness.engine;

import org.jspecify.annotations.NullMarked;
