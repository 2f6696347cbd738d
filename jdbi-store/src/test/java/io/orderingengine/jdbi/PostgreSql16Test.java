package io.orderingengine.jdbi;

/** The store contract on PostgreSQL 16. */
class PostgreSql16Test extends OlderPostgreSqlSuite {
  PostgreSql16Test() {
    super(PostgreSqlServer.V16);
  }
}
