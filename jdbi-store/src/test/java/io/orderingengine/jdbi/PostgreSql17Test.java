package io.orderingengine.jdbi;

/** The store contract on PostgreSQL 17. */
class PostgreSql17Test extends OlderPostgreSqlSuite {
  PostgreSql17Test() {
    super(PostgreSqlServer.V17);
  }
}
