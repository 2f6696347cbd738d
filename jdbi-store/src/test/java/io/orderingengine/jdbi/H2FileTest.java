package io.orderingengine.jdbi;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;

/** The store contract on H2 in a file. */
class H2FileTest extends StoreContractSuite {
  @Override
  protected StoreFixture newFixture() {
    return H2Databases.IN_A_FILE.take();
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
