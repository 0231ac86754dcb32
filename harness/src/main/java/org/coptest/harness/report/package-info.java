/** Views of the run model: gate, terminal, Allure, JUnit XML, Markdown. */
@NullMarked
package org.coptest.harness.report;

import org.jspecify.annotations.NullMarked;
