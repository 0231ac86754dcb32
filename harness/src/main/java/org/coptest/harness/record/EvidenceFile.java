package org.coptest.harness.record;

/**
 * A piece of evidence.
 *
 * @param path relative to the campaign folder, with forward slashes
 * @param sha256 digest of its bytes, hex
 */
public record EvidenceFile(String path, String sha256) {}
