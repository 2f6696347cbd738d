package io.orderingengine.internal.command;

import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.CheckoutLine;
import io.orderingengine.order.Order;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Money;
import io.orderingengine.value.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places an order, and pays it in the same step or leaves the payment pending. Both share one kind,
 * so that one key makes one order whichever of them it came with.
 *
 * @param unpaidFor how long the order may stay unpaid, or null to pay it now
 */
public record PlaceOrder(Checkout checkout, @Nullable Duration unpaidFor)
    implements RepeatableCommand<Order> {
  /** The kind under which the keys of orders are kept. */
  public static final String KIND = "order";

  private static final Comparator<CheckoutLine> BY_OPTION =
      Comparator.comparingLong(line -> line.productDetailId().value());

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public long scope() {
    return checkout.userId().value();
  }

  @Override
  public void describe(Content content) {
    IssuedCouponId coupon = checkout.issuedCouponId();
    Money expected = checkout.expectedTotal();
    content.flag(paysNow()).number(coupon == null ? null : coupon.value());
    content.number(expected == null ? null : expected.amount()).text(checkout.externalId());
    CheckoutLine[] lines = checkout.lines().toArray(CheckoutLine[]::new);
    Arrays.sort(lines, BY_OPTION);
    for (CheckoutLine line : lines) {
      content.number(line.productDetailId().value()).number(line.quantity());
    }
  }

  private boolean paysNow() {
    return unpaidFor == null;
  }

  @Override
  public RowKeys keys() {
    RowIds user = RowIds.of(checkout.userId().value());
    IssuedCouponId coupon = checkout.issuedCouponId();
    RowKeys.Builder keys = RowKeys.builder();
    keys = paysNow() ? keys.balances(user) : keys.users(user);
    if (coupon != null) {
      keys.issuedCoupons(RowIds.of(coupon.value()));
    }
    keys.productDetails(RowIds.of(checkout.lines(), line -> line.productDetailId().value()));
    return Taken.name(keys, Kind.ORDER, checkout.externalId()).build();
  }

  @Override
  public int ids() {
    return OrderDraft.IDS + checkout.lines().size();
  }

  @Override
  public Decision<Order> decide(Rows rows, Instant now, Ids ids) {
    var draft = new OrderDraft(checkout, now);
    Rejection no = paysNow() ? draft.findBalance(rows) : draft.findUser(rows);
    no = no != null ? no : Taken.check(rows, Kind.ORDER, checkout.externalId());
    no = no != null ? no : draft.takeStock(rows);
    no = no != null ? no : draft.sumUp();
    no = no != null ? no : draft.agreeOnTotal();
    no = no != null ? no : draft.useCoupon(rows);
    no = no != null || !paysNow() ? no : draft.checkBalance();
    return no != null ? Decision.reject(no) : draft.accept(unpaidFor, ids);
  }

  @Override
  public Order read(StoreQueries queries, long resultId, Instant now) {
    return Results.order(Objects.requireNonNull(queries.order(resultId)));
  }
}
