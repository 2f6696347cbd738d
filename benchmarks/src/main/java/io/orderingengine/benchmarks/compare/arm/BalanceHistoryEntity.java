package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code balance_history}. */
@Entity
@Table(name = "ordering_balance_history")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BalanceHistoryEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "balance_id")
  long balanceId;

  @Column(name = "issued_coupon_id")
  Long issuedCouponId;

  @Column(name = "amount")
  long amount;

  @Column(name = "transaction_type")
  String transactionType;

  @Column(name = "created_at")
  Instant createdAt;
}
