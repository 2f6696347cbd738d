package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code order}. */
@Entity
@Table(name = "ordering_order")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OrderEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "user_id")
  long userId;

  @Column(name = "issued_coupon_id")
  Long issuedCouponId;

  @Column(name = "order_date")
  Instant orderDate;

  @Column(name = "status")
  String status;

  @Column(name = "total_amount")
  long totalAmount;

  @Column(name = "discount_amount")
  long discountAmount;

  @Column(name = "payment_amount")
  long paymentAmount;

  @Column(name = "version")
  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
