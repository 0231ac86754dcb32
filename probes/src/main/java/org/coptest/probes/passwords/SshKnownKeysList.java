package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.DataList;

/**
 * The bundled list of SSH user keys whose private half was published.
 *
 * @param about name, date, count and digest
 * @param keys its entries in the order of the file
 */
record SshKnownKeysList(DataList about, List<Key> keys) {

  /**
   * A public key that anybody can log in with where it is authorised.
   *
   * @param id place in the list, as reports name it
   * @param name product or project it was found in
   * @param user whom the source names, unless it is root
   * @param type {@code ssh-rsa}, {@code ssh-dss}
   * @param blob the public key
   */
  record Key(String id, String name, Optional<String> user, String type, byte[] blob) {}

  /** Reads it from the class path. */
  static SshKnownKeysList bundled() {
    var file = CredentialList.file("known-ssh-keys");
    var keys = new ArrayList<Key>();
    for (var line : file.lines()) {
      keys.add(key(file.about().id() + ":" + (keys.size() + 1), CredentialList.fields(line)));
    }
    return new SshKnownKeysList(file.about(), List.copyOf(keys));
  }

  private static Key key(String id, List<String> fields) {
    var user = Optional.of(fields.get(0)).filter(name -> !name.isEmpty());
    var written = fields.get(4).split(" ", -1);
    return new Key(id, fields.get(1), user, written[0], Base64.getDecoder().decode(written[1]));
  }
}
