package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.BadOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the columns of a file stand.
 *
 * @param count how many columns there are, known or not
 */
record Columns(int count, Map<Column, Integer> places) {
  /**
   * Reads a header.
   *
   * @throws BadOptions if a column that is needed is absent
   */
  static Columns of(List<String> header, Path file) {
    List<String> names = header.stream().map(String::trim).toList();
    var places = new EnumMap<Column, Integer>(Column.class);
    for (Column column : Column.values()) {
      if (names.contains(column.header())) {
        places.put(column, names.indexOf(column.header()));
      }
    }
    List<String> absent =
        Column.NEEDED.stream()
            .filter(column -> !places.containsKey(column))
            .map(Column::header)
            .toList();
    if (!absent.isEmpty()) {
      throw new BadOptions(
          List.of(
              "Option file must name a file with a column %s, but '%s' has none."
                  .formatted(String.join(" and a column ", absent), file)));
    }
    return new Columns(header.size(), places);
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The text in a column, without blanks around it; empty where the file has no such column. */
  String text(Column column, List<String> fields) {
    Integer place = places.get(column);
    return place == null ? "" : fields.get(place).trim();
  }
}
