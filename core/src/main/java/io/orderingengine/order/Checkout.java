package io.orderingengine.order;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.check.Require;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user wants to order: 1 to 1,000 lines. Immutable: each method answers a changed copy. */
public final class Checkout {
  /** The most lines of an order, after lines that name the same option were merged. */
  public static final int MAX_LINES = 1_000;

  /** The most units of one option in an order: 10<sup>9</sup>. */
  public static final long MAX_QUANTITY = 1_000_000_000;

  private final UserId userId;
  private final List<CheckoutLine> lines;
  private final @Nullable IssuedCouponId issuedCouponId;
  private final @Nullable Money expectedTotal;
  private final @Nullable String externalId;
  private final @Nullable IdempotencyKey key;

  private Checkout(
      UserId userId,
      List<CheckoutLine> lines,
      @Nullable IssuedCouponId issuedCouponId,
      @Nullable Money expectedTotal,
      @Nullable String externalId,
      @Nullable IdempotencyKey key) {
    this.userId = userId;
    this.lines = Collections.unmodifiableList(lines);
    this.issuedCouponId = issuedCouponId;
    this.expectedTotal = expectedTotal;
    this.externalId = externalId;
    this.key = key;
  }

  public static Checkout by(UserId userId) {
    return new Checkout(Require.present("userId", userId), List.of(), null, null, null, null);
  }

  /**
   * Adds units of an option, 1 to {@link #MAX_QUANTITY}; a second line for it adds to the first.
   */
  public Checkout item(ProductDetailId id, long quantity) {
    Require.present("productDetailId", id);
    Require.within(1, MAX_QUANTITY, "quantity", quantity);
    var more = new ArrayList<CheckoutLine>(lines.size() + 1);
    more.addAll(lines);
    int known = indexOf(id);
    if (known >= 0) {
      long sum = lines.get(known).quantity() + quantity;
      more.set(known, new CheckoutLine(id, Require.within(1, MAX_QUANTITY, "quantity", sum)));
    } else {
      Require.within(1, MAX_LINES, "lines", more.size() + 1);
      more.add(new CheckoutLine(id, quantity));
    }
    return new Checkout(userId, more, issuedCouponId, expectedTotal, externalId, key);
  }

  private int indexOf(ProductDetailId id) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).productDetailId().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Uses a coupon that the user holds. */
  public Checkout coupon(IssuedCouponId id) {
    Require.present("issuedCouponId", id);
    return new Checkout(userId, lines, id, expectedTotal, externalId, key);
  }

  /** Refuses the order with {@link TotalChanged} unless its total, before discount, is this. */
  public Checkout expectTotal(Money total) {
    Require.notNegative("expectedTotal", Require.present("expectedTotal", total).amount());
    return new Checkout(userId, lines, issuedCouponId, total, externalId, key);
  }

  /** The host's own name for this order, 1 to 255 characters, unique among orders. */
  public Checkout externalId(String externalId) {
    Require.text("externalId", externalId, Require.TEXT);
    return new Checkout(userId, lines, issuedCouponId, expectedTotal, externalId, key);
  }

  /** Makes a retry of this order safe; see {@link IdempotencyKey}. */
  public Checkout key(String key) {
    return new Checkout(
        userId, lines, issuedCouponId, expectedTotal, externalId, IdempotencyKey.of(key));
  }

  public UserId userId() {
    return userId;
  }

  /** The lines, no two for the same option, in the order in which they were first named. */
  public List<CheckoutLine> lines() {
    return lines;
  }

  public @Nullable IssuedCouponId issuedCouponId() {
    return issuedCouponId;
  }

  public @Nullable Money expectedTotal() {
    return expectedTotal;
  }

  public @Nullable String externalId() {
    return externalId;
  }

  public @Nullable IdempotencyKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "Checkout[userId=%s, lines=%s, issuedCouponId=%s, expectedTotal=%s, externalId=%s, key=%s]"
        .formatted(userId, lines, issuedCouponId, expectedTotal, externalId, key);
  }
}
