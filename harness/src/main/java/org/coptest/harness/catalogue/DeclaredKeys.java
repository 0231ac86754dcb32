package org.coptest.harness.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coptest.harness.yaml.RecordShape;

/** The keys of declaration records, spelled as in targets.yaml. */
final class DeclaredKeys {

  private DeclaredKeys() {}

  /** The components of a record by key, without those that only say where it was declared. */
  static Map<String, RecordComponent> of(Class<?> type) {
    var keys = new LinkedHashMap<String, RecordComponent>();
    if (type.isRecord()) {
      var components = RecordShape.of(type).components();
      for (int i = 0; i < components.size(); i++) {
        if (!components.get(i).isOrigin()) {
          keys.put(components.get(i).key(), type.getRecordComponents()[i]);
        }
      }
    }
    return keys;
  }

  /** What a component holds once Optional, Table and List are taken off. */
  static Class<?> contentOf(RecordComponent component) {
    Type type = component.getGenericType();
    while (type instanceof ParameterizedType generic) {
      type = generic.getActualTypeArguments()[0];
    }
    return RecordShape.rawType(type);
  }
}
