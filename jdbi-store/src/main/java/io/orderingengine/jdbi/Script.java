package io.orderingengine.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One step of the schema's history.
 *
 * @param version which one, from 1
 * @param name its file
 */
record Script(int version, String name, String text) {
  private static final List<String> NAMES = List.of("V1__create_tables.sql");
  private static final String ROOT = "/META-INF/ordering-engine/";

  /** All scripts of a database, in their order. */
  static List<Script> of(Database database) {
    return NAMES.stream()
        .map(name -> new Script(version(name), name, resource(database.folder() + "/" + name)))
        .toList();
  }

  private static int version(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  static String resource(String path) {
    try (InputStream in = Script.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalStateException("the jar of the store has no " + ROOT + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sql(Prefix prefix) {
    return text.replace("${prefix}", prefix.value());
  }
}
