package io.orderingengine.catalog;

import io.orderingengine.check.Require;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A product to add, with 1 to 1,000 options. Immutable: each method answers a changed copy. */
public final class NewProduct {
  private static final int MOST_OPTIONS = 1_000;

  private final String brand;
  private final String name;
  private final @Nullable String externalId;
  private final List<NewOption> options;
  private final @Nullable IdempotencyKey key;

  private NewProduct(
      String brand,
      String name,
      @Nullable String externalId,
      List<NewOption> options,
      @Nullable IdempotencyKey key) {
    this.brand = brand;
    this.name = name;
    this.externalId = externalId;
    this.options = options;
    this.key = key;
  }

  /** A product with a brand and a name of 1 to 255 characters each. */
  public static NewProduct of(String brand, String name) {
    Require.text("brand", brand, Require.TEXT);
    return new NewProduct(brand, Require.text("name", name, Require.TEXT), null, List.of(), null);
  }

  /** Adds an option; see {@link NewOption#of}. */
  public NewProduct option(String optionValue, Money price, long stock) {
    return option(NewOption.of(optionValue, price, stock));
  }

  public NewProduct option(NewOption option) {
    Require.present("option", option);
    if (option.key() != null) {
      throw new IllegalArgumentException(
          "key of an option must not be set within a product, but was " + option.key().value());
    }
    Require.within(1, MOST_OPTIONS, "options", options.size() + 1);
    requireNew(option.externalId());
    List<NewOption> more = Stream.concat(options.stream(), Stream.of(option)).toList();
    return new NewProduct(brand, name, externalId, more, key);
  }

  private void requireNew(@Nullable String optionExternalId) {
    if (optionExternalId != null
        && options.stream().anyMatch(known -> optionExternalId.equals(known.externalId()))) {
      throw new IllegalArgumentException(
          "externalId of an option must be its own, but '" + optionExternalId + "' came twice");
    }
  }

  /** The host's own name for this product, 1 to 255 characters, unique among products. */
  public NewProduct externalId(String externalId) {
    Require.text("externalId", externalId, Require.TEXT);
    return new NewProduct(brand, name, externalId, options, key);
  }

  /** Makes a retry of this addition safe; see {@link IdempotencyKey}. */
  public NewProduct key(String key) {
    return new NewProduct(brand, name, externalId, options, IdempotencyKey.of(key));
  }

  public String brand() {
    return brand;
  }

  public String name() {
    return name;
  }

  public @Nullable String externalId() {
    return externalId;
  }

  public List<NewOption> options() {
    return options;
  }

  public @Nullable IdempotencyKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "NewProduct[brand=%s, name=%s, externalId=%s, options=%s, key=%s]"
        .formatted(brand, name, externalId, options, key);
  }
}
