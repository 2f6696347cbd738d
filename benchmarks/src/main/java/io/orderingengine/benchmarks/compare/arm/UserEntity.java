package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code user}. */
@Entity
@Table(name = "ordering_user")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserEntity {
  @Id
  @Column(name = "id")
  long id;
}
