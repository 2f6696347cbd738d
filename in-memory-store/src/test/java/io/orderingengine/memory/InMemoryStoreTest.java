package io.orderingengine.memory;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;

/** The store contract, bound to the in-memory store. */
class InMemoryStoreTest extends StoreContractSuite {
  @Override
  protected StoreFixture newFixture() {
    InMemoryStore store = InMemoryStore.create();
    return () -> store;
  }
}
