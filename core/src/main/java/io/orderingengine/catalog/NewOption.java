package io.orderingengine.catalog;

import io.orderingengine.check.Require;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import org.jspecify.annotations.Nullable;

/** An option to add to a product; it is on sale at once. Immutable. */
public final class NewOption {
  /** The most units that a stock is raised to: 10<sup>15</sup>. */
  public static final long MAX_STOCK = 1_000_000_000_000_000L;

  private final String optionValue;
  private final Money price;
  private final long stock;
  private final @Nullable String externalId;
  private final @Nullable IdempotencyKey key;

  private NewOption(
      String optionValue,
      Money price,
      long stock,
      @Nullable String externalId,
      @Nullable IdempotencyKey key) {
    this.optionValue = optionValue;
    this.price = price;
    this.stock = stock;
    this.externalId = externalId;
    this.key = key;
  }

  /**
   * An option that is on sale.
   *
   * @param optionValue 1 to 255 characters, such as {@code red, 43}; it need not be unique
   * @param price of one unit, zero or more
   * @param stock the units to begin with, 0 to {@link #MAX_STOCK}
   */
  public static NewOption of(String optionValue, Money price, long stock) {
    Require.text("optionValue", optionValue, Require.TEXT);
    Require.notNegative("price", Require.present("price", price).amount());
    Require.within(0, MAX_STOCK, "stock", stock);
    return new NewOption(optionValue, price, stock, null, null);
  }

  /** The host's own name for this option, 1 to 255 characters, unique among options. */
  public NewOption externalId(String externalId) {
    Require.text("externalId", externalId, Require.TEXT);
    return new NewOption(optionValue, price, stock, externalId, key);
  }

  /**
   * Makes a retry of {@link Catalog#addOption} safe; see {@link IdempotencyKey}. An option that
   * comes with its product has no key of its own.
   */
  public NewOption key(String key) {
    return new NewOption(optionValue, price, stock, externalId, IdempotencyKey.of(key));
  }

  public String optionValue() {
    return optionValue;
  }

  public Money price() {
    return price;
  }

  public long stock() {
    return stock;
  }

  public @Nullable String externalId() {
    return externalId;
  }

  public @Nullable IdempotencyKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "NewOption[optionValue=%s, price=%s, stock=%s, externalId=%s, key=%s]"
        .formatted(optionValue, price, stock, externalId, key);
  }
}
