package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the rows are kept, and which arms can work there. */
enum StoreKind {
  MEMORY(200_000),
  H2_MEM(15_000),
  H2_FILE(8_000),
  POSTGRESQL(15_000),
  MARIADB(8_000);

  /** More requests a second than it is expected to serve. */
  final int requestsPerSecond;

  StoreKind(int requestsPerSecond) {
    this.requestsPerSecond = requestsPerSecond;
  }

  List<ArmKind> arms() {
    return Stream.of(ArmKind.values()).filter(this::runs).toList();
  }

  boolean runs(ArmKind arm) {
    return switch (arm) {
      case OURS, DIRECT -> true;
      case JDBC, JPA -> this != MEMORY;
      case PROCEDURE -> this == POSTGRESQL;
      case BARE -> this == MEMORY;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
