package org.coptest.harness.record;

import java.util.List;

/**
 * What the catalogue says about a provision, as far as the roll-up needs it.
 *
 * @param guideline id of the heading it stands under
 * @param status M for mandatory or R for recommended
 * @param cases ids of its test cases; each must come with a result
 */
public record ProvisionHead(
    String id, String guideline, String status, String title, List<String> cases) {}
