package io.orderingengine.jdbi;

import java.util.regex.Pattern;

/** What stands before the model's names of tables: {@code user} and {@code order} are reserved. */
record Prefix(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9_]{0,23}");

  static final Prefix DEFAULT = new Prefix("ordering_");

  Prefix {
    if (value == null || !ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "tablePrefix must be 1 to 24 of a-z, 0-9 and _, and begin with a letter, but was "
              + value);
    }
  }

  String table(String name) {
    return value + name;
  }

  @Override
  public String toString() {
    return value;
  }
}
