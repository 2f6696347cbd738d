package io.orderingengine.value;

/**
 * A sum of money would leave the 64 bits in which amounts are kept.
 *
 * @param field what would overflow, such as {@code balance}
 * @param amount the amount that could not be added
 */
public record AmountOutOfRange(String field, Money amount) implements Rejection {
  @Override
  public String code() {
    return "AMOUNT_OUT_OF_RANGE";
  }

  @Override
  public String message() {
    return "The %s cannot take %s: it would exceed %d.".formatted(field, amount, Long.MAX_VALUE);
  }
}
