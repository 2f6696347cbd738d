package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the rows are kept, and which arms can work there. */
enum StoreKind {
  MEMORY(200_000, null),
  H2_MEM(15_000, "jdbc:h2:"),
  H2_FILE(8_000, "jdbc:h2:"),
  POSTGRESQL(15_000, "jdbc:postgresql:"),
  MARIADB(8_000, "jdbc:mariadb:");

  /** More requests a second than it is expected to serve. */
  final int requestsPerSecond;

  /** How the URL of such a database begins; null if there is none. */
  private final @Nullable String url;

  StoreKind(int requestsPerSecond, @Nullable String url) {
    this.requestsPerSecond = requestsPerSecond;
    this.url = url;
  }

  boolean isAt(String jdbcUrl) {
    return url != null && jdbcUrl.startsWith(url);
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
