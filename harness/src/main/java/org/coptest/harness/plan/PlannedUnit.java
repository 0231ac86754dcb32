package org.coptest.harness.plan;

import java.util.Optional;
import org.coptest.harness.catalogue.TestUnit;

/**
 * A test unit on one device.
 *
 * @param notApplicable why it does not apply, by declaration
 * @param left why it cannot be decided here
 */
public record PlannedUnit(TestUnit unit, Optional<String> notApplicable, Optional<Left> left) {}
