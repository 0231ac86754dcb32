package org.coptest.harness.record;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Addresses as literals, without the scope of this machine; reading one never asks a DNS. */
final class AddressText {
  private static final Pattern LITERAL =
      Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private AddressText() {}

  static final class Writer extends StdSerializer<InetAddress> {
    Writer() {
      super(InetAddress.class);
    }

    @Override
    public void serialize(InetAddress value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.getHostAddress().replaceFirst("%.*", ""));
    }
  }

  static final class Reader extends StdDeserializer<InetAddress> {
    Reader() {
      super(InetAddress.class);
    }

    @Override
    public InetAddress deserialize(JsonParser json, DeserializationContext context) {
      var text = json.getString();
      try {
        if (LITERAL.matcher(text).matches()) {
          return InetAddress.getByName(text);
        }
      } catch (UnknownHostException notAnAddress) {
        context.reportInputMismatch(InetAddress.class, "%s", notAnAddress.getMessage());
      }
      return context.reportInputMismatch(InetAddress.class, "not an address literal: %s", text);
    }
  }
}
