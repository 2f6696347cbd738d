package io.orderingengine.internal.command;

import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.CouponNotOpen;
import io.orderingengine.coupon.CouponSoldOut;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import java.time.Instant;
import java.util.Objects;

/** Issues one coupon to a user, who has at most one of each kind. */
public record IssueCoupon(CouponId couponId, UserId userId)
    implements RepeatableCommand<IssuedCoupon> {
  @Override
  public String kind() {
    return "issue";
  }

  @Override
  public long scope() {
    return userId.value();
  }

  @Override
  public void describe(Content content) {
    content.number(couponId.value());
  }

  @Override
  public RowKeys keys() {
    return RowKeys.builder()
        .coupons(RowIds.of(couponId.value()))
        .users(RowIds.of(userId.value()))
        .userCoupon(userCoupon())
        .build();
  }

  private UserCoupon userCoupon() {
    return new UserCoupon(userId.value(), couponId.value());
  }

  @Override
  public int ids() {
    return 2;
  }

  @Override
  public Decision<IssuedCoupon> decide(Rows rows, Instant now, Ids ids) {
    CouponRow coupon = rows.coupon(couponId.value());
    if (coupon == null) {
      return Decision.reject(new CouponNotFound(couponId.value()));
    }
    if (rows.user(userId.value()) == null) {
      return Decision.reject(new UserNotFound(userId));
    }
    IssuedCouponRow held = rows.issuedCoupon(userCoupon());
    if (held != null) {
      return Decision.repeat(this, held.id());
    }
    if (!isOpen(coupon, now)) {
      return Decision.reject(new CouponNotOpen(couponId, coupon.issueFrom(), coupon.issueUntil()));
    }
    if (coupon.quantity() == 0) {
      return Decision.reject(new CouponSoldOut(couponId));
    }
    return issue(coupon, Time.later(now, coupon.modifiedAt()), ids);
  }

  private static boolean isOpen(CouponRow coupon, Instant now) {
    Instant from = coupon.issueFrom();
    Instant until = coupon.issueUntil();
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }

  private Decision<IssuedCoupon> issue(CouponRow coupon, Instant at, Ids ids) {
    var issued =
        new IssuedCouponRow(
            ids.next(),
            userId.value(),
            coupon.id(),
            IssuedCouponStatus.ISSUED,
            null,
            at.plus(coupon.validity()),
            at);
    var event =
        new EventRow(ids.next(), EventType.COUPON_ISSUED, issued.id(), issued.userId(), 0, 0, at);
    Changes changes =
        Changes.builder()
            .moveCouponQuantity(coupon.id(), -1, at)
            .insert(Table.ISSUED_COUPONS, issued)
            .insert(Table.EVENTS, event)
            .build();
    return Decision.accept(Results.issuedCoupon(issued, at), issued.id(), changes);
  }

  @Override
  public IssuedCoupon read(StoreQueries queries, long resultId, Instant now) {
    return Results.issuedCoupon(Objects.requireNonNull(queries.issuedCoupon(resultId)), now);
  }
}
