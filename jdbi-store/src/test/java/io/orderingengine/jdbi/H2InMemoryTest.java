package io.orderingengine.jdbi;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;

/** The store contract on H2 in memory. */
class H2InMemoryTest extends StoreContractSuite {
  @Override
  protected StoreFixture newFixture() {
    return H2Databases.IN_MEMORY.take();
  }

  @Override
  protected int people() {
    return 1_000;
  }

  @Override
  protected int sequences() {
    return 300;
  }
}
