package io.orderingengine.coupon;

import io.orderingengine.check.Require;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of coupon to create. Immutable: each method answers a changed copy. */
public final class NewCoupon {
  /** How long an issued coupon can be used unless {@link #validFor} says otherwise. */
  public static final Duration DEFAULT_VALIDITY = Duration.ofDays(365);

  private final Money discountPrice;
  private final long quantity;
  private final Duration validity;
  private final @Nullable Instant issueFrom;
  private final @Nullable Instant issueUntil;
  private final @Nullable String externalId;
  private final @Nullable IdempotencyKey key;

  private NewCoupon(
      Money discountPrice,
      long quantity,
      Duration validity,
      @Nullable Instant issueFrom,
      @Nullable Instant issueUntil,
      @Nullable String externalId,
      @Nullable IdempotencyKey key) {
    this.discountPrice = discountPrice;
    this.quantity = quantity;
    this.validity = validity;
    this.issueFrom = issueFrom;
    this.issueUntil = issueUntil;
    this.externalId = externalId;
    this.key = key;
    if (issueFrom != null && issueUntil != null && !issueFrom.isBefore(issueUntil)) {
      throw new IllegalArgumentException(
          "issueUntil must be after issueFrom " + issueFrom + ", but was " + issueUntil);
    }
  }

  /**
   * A coupon that can be issued at any time.
   *
   * @param discountPrice what it takes off an order, above zero
   * @param quantity how many can be issued, at least 1
   */
  public static NewCoupon of(Money discountPrice, long quantity) {
    Require.positive("discountPrice", Require.present("discountPrice", discountPrice).amount());
    Require.positive("quantity", quantity);
    return new NewCoupon(discountPrice, quantity, DEFAULT_VALIDITY, null, null, null, null);
  }

  /** How long an issued coupon can be used, counted from its issue; at most 100 years. */
  public NewCoupon validFor(Duration validity) {
    Duration exact = Require.positive("validity", validity);
    return new NewCoupon(discountPrice, quantity, exact, issueFrom, issueUntil, externalId, key);
  }

  /** The first time at which it is issued. */
  public NewCoupon issueFrom(Instant time) {
    Instant from = Require.time("issueFrom", time);
    return new NewCoupon(discountPrice, quantity, validity, from, issueUntil, externalId, key);
  }

  /** The time from which on it is no longer issued. */
  public NewCoupon issueUntil(Instant time) {
    Instant until = Require.time("issueUntil", time);
    return new NewCoupon(discountPrice, quantity, validity, issueFrom, until, externalId, key);
  }

  /** The host's own name for this coupon, 1 to 255 characters, unique among coupons. */
  public NewCoupon externalId(String externalId) {
    Require.text("externalId", externalId, Require.TEXT);
    return new NewCoupon(discountPrice, quantity, validity, issueFrom, issueUntil, externalId, key);
  }

  /** Makes a retry of this creation safe; see {@link IdempotencyKey}. */
  public NewCoupon key(String key) {
    IdempotencyKey made = IdempotencyKey.of(key);
    return new NewCoupon(
        discountPrice, quantity, validity, issueFrom, issueUntil, externalId, made);
  }

  public Money discountPrice() {
    return discountPrice;
  }

  public long quantity() {
    return quantity;
  }

  public Duration validity() {
    return validity;
  }

  public @Nullable Instant issueFrom() {
    return issueFrom;
  }

  public @Nullable Instant issueUntil() {
    return issueUntil;
  }

  public @Nullable String externalId() {
    return externalId;
  }

  public @Nullable IdempotencyKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "NewCoupon[discountPrice=%s, quantity=%s, validity=%s, issueFrom=%s, issueUntil=%s, externalId=%s, key=%s]"
        .formatted(discountPrice, quantity, validity, issueFrom, issueUntil, externalId, key);
  }
}
