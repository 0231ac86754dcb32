package org.coptest.probes.instrument.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.spi.DataList;

/** The known cipher suites, bundled from the IANA registry. */
public final class CipherSuites {
  private static final String FILE = "cipher-suites.csv";
  private static final LocalDate COMPILED = LocalDate.of(2026, 11, 22);

  private final List<CipherSuite> all;
  private final String sha256;

  private CipherSuites(List<CipherSuite> all, String sha256) {
    this.all = all;
    this.sha256 = sha256;
  }

  /** Reads the bundled list. */
  public static CipherSuites bundled() {
    try (var in = CipherSuites.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      var bytes = in.readAllBytes();
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      var text = new String(bytes, StandardCharsets.US_ASCII);
      return new CipherSuites(read(text), HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CipherSuite> read(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("id,"))
        .map(line -> line.split(",", -1))
        .map(cells -> new CipherSuite(Integer.parseInt(cells[0], 16), cells[1]))
        .toList();
  }

  /** All of them. */
  public List<CipherSuite> all() {
    return all;
  }

  /** The list as reports print it. */
  public DataList asDataList() {
    return new DataList("tls-cipher-suites", COMPILED, all.size(), sha256);
  }

  /** The suite with this id; one that is not listed is named by its id. */
  public CipherSuite byId(int id) {
    return all.stream()
        .filter(suite -> suite.id() == id)
        .findFirst()
        .orElseGet(() -> new CipherSuite(id, "TLS_UNKNOWN_%04X".formatted(id)));
  }

  /** The suite with this registered name, in any case. */
  public Optional<CipherSuite> byName(String name) {
    var wanted = name.strip().toUpperCase(Locale.ROOT);
    return all.stream()
        .filter(suite -> suite.name().toUpperCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** The suites that can be offered with this version, in chunks no server chokes on. */
  public List<List<CipherSuite>> chunks(TlsVersion version, int size) {
    var fitting = all.stream().filter(s -> s.isTls13() == (version == TlsVersion.TLS13)).toList();
    var chunks = new ArrayList<List<CipherSuite>>();
    IntStream.iterate(0, from -> from < fitting.size(), from -> from + size)
        .forEach(from -> chunks.add(fitting.subList(from, Math.min(from + size, fitting.size()))));
    return chunks;
  }
}
