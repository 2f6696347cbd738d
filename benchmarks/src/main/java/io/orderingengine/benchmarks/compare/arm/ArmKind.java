package io.orderingengine.benchmarks.compare.arm;

import java.util.Locale;

/** The ways that are compared. */
public enum ArmKind {
  /** The engine, with the grouping that its store knows to be best. */
  OURS,
  /** The engine, each command in a transaction of its own. */
  DIRECT,
  /** Hand-written JDBC. */
  JDBC,
  /** Hibernate ORM. */
  JPA,
  /** A stored function, on PostgreSQL. */
  PROCEDURE,
  /** Maps without locks, in memory and on one thread: the floor. */
  BARE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
