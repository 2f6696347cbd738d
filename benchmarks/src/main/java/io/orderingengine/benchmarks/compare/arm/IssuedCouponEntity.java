package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code issued_coupon}. */
@Entity
@Table(name = "ordering_issued_coupon")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class IssuedCouponEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "user_id", updatable = false)
  long userId;

  @Column(name = "coupon_id", updatable = false)
  long couponId;

  @Column(name = "status")
  String status;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  @Column(name = "expired_at", updatable = false)
  Instant expiredAt;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;
}
