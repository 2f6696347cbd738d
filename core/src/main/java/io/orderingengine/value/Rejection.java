package io.orderingengine.value;

/**
 * The reason why a command was refused: an expected answer, not an error. Each reason is a record
 * with its facts, in its feature's package; a minor version may add reasons, so a {@code switch}
 * over them needs a default. A rejected command has changed nothing.
 */
public interface Rejection {
  /** A stable name of the reason for programs, such as {@code OUT_OF_STOCK}. */
  String code();

  /** A sentence for people that says what happened and what to do. Its wording may change. */
  String message();
}
