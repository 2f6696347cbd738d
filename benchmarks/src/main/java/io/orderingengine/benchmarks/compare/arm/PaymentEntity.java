package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code payment}. */
@Entity
@Table(name = "ordering_payment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PaymentEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "order_id")
  long orderId;

  @Column(name = "status")
  String status;

  @Column(name = "amount")
  long amount;

  @Column(name = "paid_at")
  Instant paidAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
