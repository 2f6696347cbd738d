package io.orderingengine.jdbi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The store contract on MariaDB 10.11. */
@Tag("older-server")
class MariaDb1011Test extends OlderDatabaseSuite {
  MariaDb1011Test() {
    super(MariaDbServer.V10_11.supply());
  }

  @Override
  @AfterAll
  void close() {
    super.close();
    MariaDbServer.V10_11.stop();
  }
}
