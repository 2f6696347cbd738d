package io.orderingengine.jdbi;

/** The store contract on PostgreSQL 15. */
class PostgreSql15Test extends OlderPostgreSqlSuite {
  PostgreSql15Test() {
    super(PostgreSqlServer.V15);
  }
}
