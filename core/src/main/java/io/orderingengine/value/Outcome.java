package io.orderingengine.value;

import io.orderingengine.check.Require;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command answers: {@link Accepted} with the result, or {@link Rejected} with the reason. A
 * broken store, a bug or a bad argument is an exception instead. Immutable.
 *
 * @param <T> the result of an accepted command
 */
public sealed interface Outcome<T> {

  /** The command was done, and its result survives a crash as far as the store promises it. */
  record Accepted<T>(T value) implements Outcome<T> {
    public Accepted {
      Require.present("value", value);
    }
  }

  /** The command was refused, and nothing has changed. */
  record Rejected<T>(Rejection reason) implements Outcome<T> {
    public Rejected {
      Require.present("reason", reason);
    }
  }

  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Outcome<T> rejected(Rejection reason) {
    return new Rejected<>(reason);
  }

  /** One result from either case. */
  default <R> R fold(
      Function<? super T, ? extends R> accepted,
      Function<? super Rejection, ? extends R> rejected) {
    Require.present("accepted", accepted);
    Require.present("rejected", rejected);
    if (this instanceof Accepted<T> yes) {
      return accepted.apply(yes.value());
    }
    return rejected.apply(((Rejected<T>) this).reason());
  }

  /** The same outcome with another view of its value. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> view) {
    Require.present("view", view);
    return fold(value -> accepted(view.apply(value)), Outcome::rejected);
  }

  /** Why it was rejected; empty if it was accepted. */
  default Optional<Rejection> rejection() {
    return fold(value -> Optional.empty(), Optional::of);
  }

  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * The value of an accepted command.
   *
   * @throws RejectedException with the reason, if it was rejected
   */
  default T orElseThrow() {
    if (this instanceof Accepted<T> yes) {
      return yes.value();
    }
    throw new RejectedException(((Rejected<T>) this).reason());
  }
}
