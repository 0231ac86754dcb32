package org.coptest.harness.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How records become JSON and back: pure ASCII, no nulls, an empty Optional left out. An absent
 * list reads as empty, so that a field may be added later; any other absent value is an error.
 */
final class RecordJson {
  /** No text or line of the record is larger, in bytes. */
  static final int MAX_BYTES = 64 << 20;

  /** Safe for all threads. */
  static final JsonMapper MAPPER = mapper();

  private static final ObjectWriter FOR_PEOPLE = MAPPER.writerWithDefaultPrettyPrinter();

  private RecordJson() {}

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder(factory())
            .addModule(module())
            .annotationIntrospector(new RecordIntrospector())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .changeDefaultPropertyInclusion(old ->
                old.withValueInclusion(JsonInclude.Include.NON_ABSENT)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            // A method such as isEmpty() states no fact of its own.
            .changeDefaultVisibility(old ->
                old.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE));
    for (var type : List.of(List.class, Set.class, Map.class, Collection.class)) {
      builder.withConfigOverride(
          type,
          override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
    }
    return builder.build();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        // Also the only way for half a surrogate pair from a device to survive.
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(MAX_BYTES).maxNestingDepth(200).build())
        .build();
  }

  private static SimpleModule module() {
    return new SimpleModule("coptest-record")
        .addSerializer(InetAddress.class, new AddressText.Writer())
        .addDeserializer(InetAddress.class, new AddressText.Reader());
  }

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** In several lines, indented. */
  static byte[] prettyBytes(Object value) {
    return FOR_PEOPLE.writeValueAsBytes(value);
  }

  static <T> T read(byte[] json, int from, int length, Class<T> type) {
    return MAPPER.readerFor(type).readValue(json, from, length);
  }

  /** The value at which the parser stands, whatever follows it. */
  static <T> T read(JsonParser json, Class<T> type) {
    // Not the parser's own readValueAs(): that prepares for the type anew each time.
    return MAPPER
        .readerFor(type)
        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readValue(json);
  }
}
