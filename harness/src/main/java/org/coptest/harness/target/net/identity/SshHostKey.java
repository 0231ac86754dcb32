package org.coptest.harness.target.net.identity;

import java.util.List;

/**
 * A host key as it was shown.
 *
 * @param type the type of key, as it names itself
 * @param print its digest
 * @param types the types of key that the device offered, in our order
 */
record SshHostKey(String type, Fingerprint print, List<String> types) {

  /** As a mark: a device that shows a key of another type is another one, too. */
  String text() {
    return "%s (%s)".formatted(print.openSsh(), type);
  }
}
