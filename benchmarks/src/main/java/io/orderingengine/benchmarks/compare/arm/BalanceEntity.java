package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code balance}. */
@Entity
@Table(name = "ordering_balance")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BalanceEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "balance")
  long balance;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
