package io.orderingengine.jdbi;

import io.orderingengine.contract.CommandContractSuite;
import io.orderingengine.contract.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The store contract on an older version, with fewer repetitions than on the newest. Groups are
 * left to the newest: what they ask of a database is what single commands ask of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OlderDatabaseSuite extends CommandContractSuite {
  private final TestDatabase.Supply databases;

  OlderDatabaseSuite(TestDatabase.Supply databases) {
    this.databases = databases;
  }

  @Override
  protected StoreFixture newFixture() {
    return databases.take();
  }

  @Override
  protected int people() {
    return 300;
  }

  @Override
  protected int sequences() {
    return 60;
  }

  @AfterAll
  void close() {
    databases.close();
  }
}
