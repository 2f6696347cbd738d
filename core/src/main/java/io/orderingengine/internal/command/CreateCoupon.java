package io.orderingengine.internal.command;

import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.value.Rejection;
import java.time.Instant;
import java.util.Objects;

/** Creates a kind of coupon. */
public record CreateCoupon(NewCoupon coupon) implements RepeatableCommand<Coupon> {
  @Override
  public String kind() {
    return "create-coupon";
  }

  @Override
  public void describe(Content content) {
    content.number(coupon.discountPrice().amount()).number(coupon.quantity());
    content.text(coupon.validity().toString());
    content.time(coupon.issueFrom()).time(coupon.issueUntil()).text(coupon.externalId());
  }

  @Override
  public RowKeys keys() {
    return Taken.name(RowKeys.builder(), Kind.COUPON, coupon.externalId()).build();
  }

  @Override
  public int ids() {
    return 2;
  }

  @Override
  public Decision<Coupon> decide(Rows rows, Instant now, Ids ids) {
    Rejection taken = Taken.check(rows, Kind.COUPON, coupon.externalId());
    if (taken != null) {
      return Decision.reject(taken);
    }
    CouponRow row = row(ids.next(), now);
    var event =
        new EventRow(
            ids.next(), EventType.COUPON_CREATED, row.id(), 0, row.openingQuantity(), 0, now);
    Changes changes =
        Changes.builder().insert(Table.COUPONS, row).insert(Table.EVENTS, event).build();
    return Decision.accept(Results.coupon(row), row.id(), changes);
  }

  private CouponRow row(long id, Instant now) {
    return new CouponRow(
        id,
        coupon.discountPrice().amount(),
        coupon.quantity(),
        coupon.quantity(),
        coupon.validity(),
        coupon.issueFrom(),
        coupon.issueUntil(),
        coupon.externalId(),
        now,
        now);
  }

  @Override
  public Coupon read(StoreQueries queries, long resultId, Instant now) {
    return Results.coupon(Objects.requireNonNull(queries.coupon(resultId)));
  }
}
