package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads requests, each bounded in lines, length and body. */
final class TextReader {

  private static final int MAX_LINE = 8_192;
  private static final int MAX_HEADERS = 100;
  private static final long MAX_BODY = 64 * 1_024;

  private final InputStream in;

  TextReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next request.
   *
   * @throws EOFException when the peer left
   * @throws MalformedRequestException when it is none
   */
  TextRequest next() throws IOException {
    var parts = line().split(" ");
    if (parts.length != 3) {
      throw new MalformedRequestException("the request line does not have three parts");
    }
    var headers = headers();
    return new TextRequest(parts[0], parts[1], parts[2], headers, body(headers));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var lines = 0; lines < MAX_HEADERS; lines++) {
      var line = line();
      if (line.isEmpty()) {
        return Map.copyOf(headers);
      }
      var colon = line.indexOf(':');
      if (colon < 1) {
        throw new MalformedRequestException("a header has no name");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw new MalformedRequestException("too many headers");
  }

  private String body(Map<String, String> headers) throws IOException {
    var declared = headers.getOrDefault("content-length", "0");
    if (!declared.matches("\\d{1,9}") || Long.parseLong(declared) > MAX_BODY) {
      throw new MalformedRequestException("the body has no usable length");
    }
    return new String(in.readNBytes(Integer.parseInt(declared)), ISO_8859_1);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the peer left");
      }
      if (line.size() == MAX_LINE) {
        throw new MalformedRequestException("a line is too long");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
