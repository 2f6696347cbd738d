package io.orderingengine.value;

import io.orderingengine.check.Require;

/**
 * An amount of the engine's one currency, in its smallest unit (cents, won, yen). It may be
 * negative, as in a balance's history. Arithmetic is exact: a result beyond 64 bits is an {@link
 * ArithmeticException}, never a wrap. Immutable.
 */
public record Money(long amount) implements Comparable<Money> {
  /** No money. */
  public static final Money ZERO = new Money(0);

  public static Money of(long amount) {
    return amount == 0 ? ZERO : new Money(amount);
  }

  public Money plus(Money other) {
    Require.present("other", other);
    return of(Math.addExact(amount, other.amount));
  }

  public Money minus(Money other) {
    Require.present("other", other);
    return of(Math.subtractExact(amount, other.amount));
  }

  public Money times(long factor) {
    return of(Math.multiplyExact(amount, factor));
  }

  public boolean isPositive() {
    return amount > 0;
  }

  public boolean isNegative() {
    return amount < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, other.amount);
  }

  /** The bare amount, for messages. */
  @Override
  public String toString() {
    return Long.toString(amount);
  }
}
