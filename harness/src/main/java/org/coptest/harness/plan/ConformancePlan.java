package org.coptest.harness.plan;

import java.util.List;
import org.coptest.harness.catalogue.Catalogue;

/** A whole campaign before it starts. */
public record ConformancePlan(
    Catalogue catalogue, Extensions extensions, RunSettings settings, List<DevicePlan> devices) {}
