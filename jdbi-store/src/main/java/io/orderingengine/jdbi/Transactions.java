package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreWork;

/** Whose transactions the store works in: its own, or the host's. Thread-safe. */
sealed interface Transactions permits OwnTransactions, HostTransactions {
  /** Whether they are begun and ended by the host. */
  boolean areTheHosts();

  <R> R run(StoreWork<R> work);

  void read(Step.Read read);

  void close();
}
