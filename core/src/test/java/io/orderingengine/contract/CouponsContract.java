package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.CouponNotOpen;
import io.orderingengine.coupon.CouponSoldOut;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating coupons and issuing them. */
public abstract class CouponsContract extends StoreContract {

  @Test
  void aCouponIsFoundAsCreated() {
    NewCoupon launch =
        NewCoupon.of(Money.of(500), 100)
            .validFor(Duration.ofDays(7))
            .issueFrom(START)
            .issueUntil(START.plusSeconds(60))
            .externalId("launch");
    Coupon created = engine.coupons().create(launch.key("k")).orElseThrow();
    reopen();
    assertThat(engine.coupons().create(launch.key("k")).orElseThrow()).isEqualTo(created);
    assertThat(engine.coupons().find(created.id())).contains(created);
    assertThat(engine.coupons().findByExternalId("launch")).contains(created);
    assertThat(created)
        .isEqualTo(
            new Coupon(
                created.id(),
                Money.of(500),
                100,
                100,
                Duration.ofDays(7),
                START,
                START.plusSeconds(60),
                "launch",
                START,
                START));
    assertRejected(
        () -> engine.coupons().create(launch), new ExternalIdTaken("launch", created.id().value()));
  }

  @Test
  void aUserHoldsOneOfAKind() {
    CouponId coupon = coupon(500, 2);
    UserId user = user(0);
    IssuedCoupon first = engine.coupons().issue(coupon, user).orElseThrow();
    assertThat(first)
        .isEqualTo(
            new IssuedCoupon(
                first.id(),
                user,
                coupon,
                IssuedCouponStatus.ISSUED,
                null,
                START.plus(NewCoupon.DEFAULT_VALIDITY),
                START));
    reopen();
    assertThat(engine.coupons().issue(coupon, user).orElseThrow()).isEqualTo(first);
    assertThat(engine.coupons().findIssued(first.id())).contains(first);
    assertThat(engine.coupons().find(coupon).orElseThrow().quantity()).isEqualTo(1);
  }

  @Test
  void aCouponSellsOut() {
    CouponId coupon = coupon(500, 1);
    UserId first = user(0);
    IssuedCoupon held = engine.coupons().issue(coupon, first).orElseThrow();
    UserId late = user(0);
    assertRejected(() -> engine.coupons().issue(coupon, late), new CouponSoldOut(coupon));
    assertThat(engine.coupons().issue(coupon, first).orElseThrow()).isEqualTo(held);
  }

  @Test
  void issuingIsRejected() {
    CouponId unknown = CouponId.of(Long.MAX_VALUE);
    UserId nobody = UserId.of(Long.MAX_VALUE);
    assertRejected(
        () -> engine.coupons().issue(unknown, nobody), new CouponNotFound(unknown.value()));
    CouponId coupon = coupon(500, 1);
    assertRejected(() -> engine.coupons().issue(coupon, nobody), new UserNotFound(nobody));
  }

  @Test
  void aCouponIsIssuedWithinItsWindow() {
    Instant from = START.plusSeconds(10);
    Instant until = START.plusSeconds(20);
    CouponId coupon =
        engine
            .coupons()
            .create(NewCoupon.of(Money.of(1), 9).issueFrom(from).issueUntil(until))
            .orElseThrow()
            .id();
    UserId early = user(0);
    assertRejected(
        () -> engine.coupons().issue(coupon, early), new CouponNotOpen(coupon, from, until));
    clock.set(from);
    assertThat(engine.coupons().issue(coupon, early).isAccepted()).isTrue();
    clock.set(until.minusNanos(1_000));
    assertThat(engine.coupons().issue(coupon, user(0)).isAccepted()).isTrue();
    clock.set(until);
    UserId late = user(0);
    assertRejected(
        () -> engine.coupons().issue(coupon, late), new CouponNotOpen(coupon, from, until));
    assertThat(engine.coupons().issue(coupon, early).isAccepted()).isTrue();
  }

  @Test
  void aCouponExpires() {
    CouponId coupon =
        engine
            .coupons()
            .create(NewCoupon.of(Money.of(1), 9).validFor(Duration.ofSeconds(5)))
            .orElseThrow()
            .id();
    IssuedCouponId issued = engine.coupons().issue(coupon, user(0)).orElseThrow().id();
    clock.advance(Duration.ofSeconds(5).minusNanos(1_000));
    assertThat(status(issued)).isEqualTo(IssuedCouponStatus.ISSUED);
    clock.advance(Duration.ofNanos(1_000));
    assertThat(status(issued)).isEqualTo(IssuedCouponStatus.EXPIRED);
  }

  private IssuedCouponStatus status(IssuedCouponId id) {
    return engine.coupons().findIssued(id).orElseThrow().status();
  }

  @Test
  void aKeyIssuesOnce() {
    CouponId coupon = coupon(1, 5);
    UserId user = user(0);
    IdempotencyKey key = IdempotencyKey.of("k");
    IssuedCoupon issued = engine.coupons().issue(coupon, user, key).orElseThrow();
    assertThat(engine.coupons().issue(coupon, user, key).orElseThrow()).isEqualTo(issued);
    CouponId other = coupon(1, 5);
    assertRejected(() -> engine.coupons().issue(other, user, key), new KeyReused(key));
  }

  @Test
  void couponsComeInPages() {
    UserId user = user(0);
    List<CouponId> kinds = List.of(coupon(1, 5), coupon(2, 5), coupon(3, 5));
    kinds.forEach(kind -> engine.coupons().issue(kind, user).orElseThrow());
    Page<Coupon> all = engine.coupons().page(PageRequest.oldestFirst(3));
    assertThat(all.items()).extracting(Coupon::id).containsExactlyInAnyOrderElementsOf(kinds);
    Page<IssuedCoupon> held = engine.coupons().page(user, PageRequest.oldestFirst(2));
    assertThat(held.items()).hasSize(2);
    Page<IssuedCoupon> rest = engine.coupons().page(user, held.next().orElseThrow());
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.items()).doesNotContainAnyElementsOf(held.items());
    assertThat(engine.coupons().page(user(0), PageRequest.oldestFirst(2)).items()).isEmpty();
  }

  @Test
  void issuingMayRunElsewhere() {
    CouponId coupon = coupon(1, 5);
    UserId user = user(0);
    IssuedCoupon issued =
        engine.coupons().issueAsync(coupon, user).toCompletableFuture().join().orElseThrow();
    assertThat(engine.coupons().findIssued(issued.id())).contains(issued);
  }
}
