package io.orderingengine.jdbi;

/** Commits on MariaDB of which nobody knows. */
class UnknownCommitOnMariaDbTest extends UnknownCommitSuite {
  UnknownCommitOnMariaDbTest() {
    super(MariaDbServer.NEWEST.newDatabase());
  }
}
