package io.orderingengine.benchmarks.compare;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, collections, numbers and texts as JSON. */
final class Json {
  private Json() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(Json::of).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }
    boolean isNumber = value instanceof Number number && Double.isFinite(number.doubleValue());
    return isNumber ? value.toString() : text(value);
  }

  private static String text(Object value) {
    return String.valueOf(value)
        .chars()
        .mapToObj(Json::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int c) {
    return c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : Character.toString(c);
  }
}
