package org.coptest.probes.instrument.onvif;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a SOAP envelope: no document type, no entities, bounded in size, depth and events. */
final class SoapReader {
  private static final int MOST = 256 * 1024;
  private static final int DEEPEST = 64;
  private static final int MOST_EVENTS = 20_000;
  private static final int LONGEST = 128;
  private static final int MOST_CODES = 8;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<String> codes = new ArrayList<>();
  private final Map<String, String> clock = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private String operation = "";

  private SoapReader() {}

  /** The envelope in these bytes, given as ISO 8859-1; empty when they hold none. */
  static Optional<SoapReply> read(String body) {
    if (body.length() > MOST || !body.contains("Envelope")) {
      return Optional.empty();
    }
    try {
      return new SoapReader().envelope(body.getBytes(StandardCharsets.ISO_8859_1));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private Optional<SoapReply> envelope(byte[] bytes) throws XMLStreamException {
    var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
    try {
      boolean whole = false;
      for (int events = 0; xml.hasNext(); events++) {
        if (events > MOST_EVENTS || !step(xml, xml.next())) {
          return Optional.empty();
        }
        whole = path.isEmpty();
      }
      return whole && !operation.isEmpty()
          ? Optional.of(new SoapReply(operation, List.copyOf(codes), Map.copyOf(clock)))
          : Optional.empty();
    } finally {
      xml.close();
    }
  }

  /** Whether it may go on. */
  private boolean step(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        return start(xml.getLocalName());
      }
      case XMLStreamConstants.END_ELEMENT -> end(path.pop());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (text.length() < LONGEST) {
          text.append(xml.getText(), 0, Math.min(LONGEST, xml.getTextLength()));
        }
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
        return false;
      }
      default -> text.length();
    }
    return true;
  }

  private boolean start(String name) {
    if (path.isEmpty() && !name.equals("Envelope")) {
      return false;
    }
    if (path.size() == 2 && path.peek().equals("Body") && operation.isEmpty()) {
      operation = name;
    }
    path.push(name);
    text.setLength(0);
    return path.size() <= DEEPEST;
  }

  private void end(String name) {
    var value = text.toString().strip();
    text.setLength(0);
    if (value.isEmpty()) {
      return;
    }
    if (path.contains("UTCDateTime")) {
      clock.putIfAbsent(name, value);
    } else if (path.contains("Fault")
        && (name.equals("Value") || name.equals("faultcode"))
        && codes.size() < MOST_CODES) {
      codes.add(value.substring(value.lastIndexOf(':') + 1).replaceAll("[^A-Za-z0-9]", "?"));
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
