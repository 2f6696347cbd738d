package io.orderingengine.benchmarks.compare.place;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the databases differ where rows are put back. */
enum Dialect {
  H2 {
    @Override
    String series(long size) {
      return "SYSTEM_RANGE(1, " + size + ") AS s(n)";
    }

    @Override
    List<String> empty(List<String> tables) {
      return around("SET REFERENTIAL_INTEGRITY FALSE", tables, "SET REFERENTIAL_INTEGRITY TRUE");
    }

    @Override
    List<String> settle(List<String> filled) {
      return List.of("CHECKPOINT");
    }
  },
  POSTGRESQL {
    @Override
    String series(long size) {
      return "generate_series(CAST(1 AS BIGINT), " + size + ") AS s(n)";
    }

    @Override
    List<String> empty(List<String> tables) {
      return List.of("TRUNCATE " + String.join(", ", tables));
    }

    /** Not the empty tables: their statistics would make the checks of foreign keys scan them. */
    @Override
    List<String> settle(List<String> filled) {
      return List.of("VACUUM (ANALYZE) " + String.join(", ", filled), "CHECKPOINT");
    }
  },
  MARIADB {
    @Override
    String series(long size) {
      return "(SELECT seq AS n FROM seq_1_to_" + size + ") AS s";
    }

    @Override
    String time(String utc) {
      return "'" + utc + "'";
    }

    @Override
    List<String> empty(List<String> tables) {
      return around("SET foreign_key_checks = 0", tables, "SET foreign_key_checks = 1");
    }

    @Override
    List<String> settle(List<String> filled) {
      return List.of("ANALYZE TABLE " + String.join(", ", filled));
    }
  };

  /** A row for each number from 1, in the column {@code n}. */
  abstract String series(long size);

  /** Takes all rows away. */
  abstract List<String> empty(List<String> tables);

  /** Leaves the database as at rest once tables are filled. */
  abstract List<String> settle(List<String> filled);

  String time(String utc) {
    return "TIMESTAMP WITH TIME ZONE '" + utc + "+00:00'";
  }

  static Dialect of(String url) {
    return valueOf(url.split(":", 3)[1].toUpperCase(Locale.ROOT));
  }

  private static List<String> around(String before, List<String> tables, String after) {
    return Stream.of(
            Stream.of(before), tables.stream().map("TRUNCATE TABLE "::concat), Stream.of(after))
        .flatMap(part -> part)
        .toList();
  }
}
