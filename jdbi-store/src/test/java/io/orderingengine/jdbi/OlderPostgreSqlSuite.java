package io.orderingengine.jdbi;

import org.junit.jupiter.api.AfterAll;

/** The same on a server that is stopped when all is done. */
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
