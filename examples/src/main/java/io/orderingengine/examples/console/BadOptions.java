package io.orderingengine.examples.console;

import java.util.List;

/** Thrown when options cannot be used; has one sentence for each of them. */
public final class BadOptions extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> sentences;

  public BadOptions(List<String> sentences) {
    super(String.join(" ", sentences), null, false, false);
    this.sentences = List.copyOf(sentences);
  }

  public List<String> sentences() {
    return sentences;
  }
}
