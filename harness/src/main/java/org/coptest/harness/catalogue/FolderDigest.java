package org.coptest.harness.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** One digest over the YAML files of a folder: their names, sizes and contents in order of name. */
final class FolderDigest {

  private FolderDigest() {}

  static String sha256(Path folder) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files(folder).entrySet()) {
        var content = Files.readAllBytes(file.getValue());
        var head = file.getKey() + "\0" + content.length + "\0";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the suite folder again", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static TreeMap<String, Path> files(Path folder) throws IOException {
    var files = new TreeMap<String, Path>();
    try (var all = Files.walk(folder, 2)) {
      all.filter(file -> file.toString().endsWith(".yaml"))
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    }
    return files;
  }
}
