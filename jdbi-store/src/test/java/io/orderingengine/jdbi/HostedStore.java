package io.orderingengine.jdbi;

import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreWork;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A host that runs each transaction in one of Spring's, and does what it is told if it loses one:
 * so the whole contract can be asked of a store that joins.
 */
final class HostedStore implements OrderingStore {
  private final OrderingStore joining;
  private final TransactionTemplate transactions;

  HostedStore(DataSource pool, String prefix) {
    joining =
        JdbiStore.hostTransactions(pool, new TransactionAwareDataSourceProxy(pool))
            .tablePrefix(prefix)
            .lockTimeout(TestDatabase.LOCK_TIMEOUT)
            .build();
    transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    try {
      return transactions.execute(status -> joining.inTransaction(work));
    } catch (HostTransactionLostException lost) {
      throw new StoreConflictException("the host begins again", lost);
    }
  }

  @Override
  public StoreQueries queries() {
    return joining.queries();
  }

  @Override
  public long reserveIds(int count) {
    return joining.reserveIds(count);
  }

  @Override
  public void close() {
    joining.close();
  }
}
