package io.orderingengine.jdbi;

import java.util.List;

/** The tables are not as the store needs them. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String[] differences;

  SchemaException(String message) {
    this(message, List.of());
  }

  SchemaException(String message, List<String> differences) {
    super(message);
    this.differences = differences.toArray(String[]::new);
  }

  /** What is missing or different, a sentence each; empty if it is not a matter of details. */
  public List<String> differences() {
    return List.of(differences);
  }
}
