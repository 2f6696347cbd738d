package io.orderingengine.jdbi;

import io.orderingengine.contract.CommandContractSuite;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.spi.OrderingStore;

/**
 * The store contract, in which each transaction is part of one of the host's. Commands in there run
 * alone, never in groups.
 */
abstract class HostedSuite extends CommandContractSuite {
  private final TestDatabase.Supply databases;

  HostedSuite(TestDatabase.Supply databases) {
    this.databases = databases;
  }

  @Override
  protected StoreFixture newFixture() {
    TestDatabase database = databases.take();
    return new StoreFixture() {
      @Override
      public OrderingStore open() {
        return database.openHosted();
      }

      @Override
      public void close() {
        database.close();
      }
    };
  }

  @Override
  protected int people() {
    return 300;
  }

  @Override
  protected int sequences() {
    return 60;
  }
}
