package org.coptest.harness.record;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * What our records mean without annotations: values of a sealed interface carry the simple name of
 * their record as {@code is}, and every component but an Optional, list, set or map must be there.
 */
final class RecordIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final JsonTypeInfo.Value NAMED =
      JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null, null);

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    return isOurs(annotated.getRawType())
        ? NAMED
        : super.findPolymorphicTypeInfo(config, annotated);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    var type = annotated.getRawType();
    return isOurs(type)
        ? permitted(type).map(one -> new NamedType(one, one.getSimpleName())).toList()
        : super.findSubtypes(config, annotated);
  }

  @Override
  public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    var type = member.getRawType();
    return !Optional.class.isAssignableFrom(type)
        && !Collection.class.isAssignableFrom(type)
        && !Map.class.isAssignableFrom(type);
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return isOurs(type)
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordIntrospector::permitted)
        : Stream.of(type);
  }

  private static boolean isOurs(Class<?> type) {
    return type.isInterface() && type.isSealed() && !type.getName().startsWith("java.");
  }
}
