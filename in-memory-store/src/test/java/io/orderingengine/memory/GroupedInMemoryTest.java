package io.orderingengine.memory;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.spi.Grouping;

/** The store contract, where commands that meet share the transactions of the in-memory store. */
class GroupedInMemoryTest extends StoreContractSuite {
  @Override
  protected StoreFixture newFixture() {
    InMemoryStore store = InMemoryStore.create();
    return () -> new GroupedStore(store, Grouping.of(1, 1_000));
  }

  @Override
  protected int people() {
    return 2_000;
  }

  @Override
  protected int sequences() {
    return 2_000;
  }
}
