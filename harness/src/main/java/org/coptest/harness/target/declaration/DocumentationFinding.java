package org.coptest.harness.target.declaration;

import org.coptest.spi.declaration.Origin;

/**
 * A contradiction between two papers of the maker; it says nothing about the device.
 *
 * @param path the entry that does not fit, such as {@code ixit.softComp.SoftComp-Main}
 * @param against the entry it does not fit, such as {@code ixit.updMech}
 * @param message one sentence with both
 */
public record DocumentationFinding(Origin at, String path, String against, String message) {}
