/**
 * YAML files read with positions, bound to records, and refused with all their problems at once.
 */
@NullMarked
package org.coptest.harness.yaml;

import org.jspecify.annotations.NullMarked;
