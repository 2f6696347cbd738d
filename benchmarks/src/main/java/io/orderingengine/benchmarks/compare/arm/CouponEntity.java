package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code coupon}. */
@Entity
@Table(name = "ordering_coupon")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CouponEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "discount_price", updatable = false)
  long discountPrice;

  @Column(name = "quantity")
  long quantity;

  @Column(name = "validity_micros", updatable = false)
  long validityMicros;

  @Column(name = "issue_from", updatable = false)
  @Nullable Instant issueFrom;

  @Column(name = "issue_until", updatable = false)
  @Nullable Instant issueUntil;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
