package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code command_key}. */
@Entity
@Table(name = "ordering_command_key")
@IdClass(CommandKeyEntity.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CommandKeyEntity {
  @Id
  @Column(name = "scope")
  long scope;

  @Id
  @Column(name = "command")
  String command;

  @Id
  @Column(name = "idempotency_key")
  String key;

  @Column(name = "content")
  byte[] content;

  @Column(name = "result_id")
  long resultId;

  @Column(name = "created_at")
  Instant createdAt;

  /** Its primary key. */
  record Key(long scope, String command, String key) {}
}
