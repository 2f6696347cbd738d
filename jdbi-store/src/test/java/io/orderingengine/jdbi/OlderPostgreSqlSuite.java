package io.orderingengine.jdbi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The same on a server that is stopped when all is done. */
@Tag("older-server")
abstract class OlderPostgreSqlSuite extends OlderDatabaseSuite {
  private final PostgreSqlServer server;

  OlderPostgreSqlSuite(PostgreSqlServer server) {
    super(server.supply());
    this.server = server;
  }

  @Override
  @AfterAll
  void close() {
    super.close();
    server.stop();
  }
}
