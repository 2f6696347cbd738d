package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code event}. */
@Entity
@Table(name = "ordering_event")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class EventEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "type")
  String type;

  @Column(name = "subject_id")
  long subjectId;

  @Column(name = "user_id")
  long userId;

  @Column(name = "amount")
  long amount;

  @Column(name = "version")
  long version;

  @Column(name = "created_at")
  Instant createdAt;
}
