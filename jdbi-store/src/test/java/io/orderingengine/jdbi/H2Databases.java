package io.orderingengine.jdbi;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2, in this process. */
final class H2Databases {
  static final TestDatabase.Supply IN_MEMORY = new TestDatabase.Supply(H2Databases::inMemory);
  static final TestDatabase.Supply IN_A_FILE = new TestDatabase.Supply(H2Databases::inAFile);

  private H2Databases() {}

  /** A fresh database. */
  static DataSource inMemory() {
    return dataSource("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  private static DataSource inAFile() {
    return dataSource("async:" + file() + ";WRITE_DELAY=0");
  }

  static Path file() {
    return Path.of("target", "h2", UUID.randomUUID().toString()).toAbsolutePath();
  }

  static DataSource dataSource(String url) {
    var dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:" + url);
    return dataSource;
  }
}
