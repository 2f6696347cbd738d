package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways in which hosts have transactions, at READ COMMITTED. */
enum Host {
  PLAIN_JDBC {
    @Override
    Transactions over(DataSource pool) {
      return new Transactions(JdbiStore.hostTransactions(pool, CONNECTION::get)) {
        @Override
        <R> R run(Work<R> work) throws SQLException {
          try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            CONNECTION.set(connection);
            try {
              R result = work.in(connection);
              connection.commit();
              return result;
            } catch (SQLException | RuntimeException | Error e) {
              connection.rollback();
              throw e;
            } finally {
              CONNECTION.remove();
            }
          }
        }
      };
    }
  },

  JDBI {
    @Override
    Transactions over(DataSource pool) {
      Jdbi jdbi = Jdbi.create(pool);
      return new Transactions(
          JdbiStore.hostTransactions(pool, () -> HANDLE.get().getConnection())) {
        @Override
        <R> R run(Work<R> work) throws SQLException {
          return jdbi.inTransaction(
              TransactionIsolationLevel.READ_COMMITTED,
              handle -> {
                HANDLE.set(handle);
                try {
                  return work.in(handle.getConnection());
                } finally {
                  HANDLE.remove();
                }
              });
        }
      };
    }
  },

  SPRING {
    @Override
    Transactions over(DataSource pool) {
      var template = new TransactionTemplate(new DataSourceTransactionManager(pool));
      template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
      return new Transactions(
          JdbiStore.hostTransactions(pool, new TransactionAwareDataSourceProxy(pool))) {
        @Override
        <R> R run(Work<R> work) {
          return template.execute(
              status -> {
                try {
                  return work.in(DataSourceUtils.getConnection(pool));
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
        }
      };
    }
  };

  private static final ThreadLocal<Connection> CONNECTION = new ThreadLocal<>();
  private static final ThreadLocal<Handle> HANDLE = new ThreadLocal<>();

  abstract Transactions over(DataSource pool);

  /** What a host does in a transaction. */
  @FunctionalInterface
  interface Work<R> {
    R in(Connection connection) throws SQLException;
  }

  /** A host's transactions: committed when the work returns, rolled back when it throws. */
  abstract static class Transactions {
    private final JdbiStoreBuilder joining;

    private Transactions(JdbiStoreBuilder joining) {
      this.joining = joining;
    }

    /** A store that joins them. */
    final JdbiStoreBuilder joining() {
      return joining;
    }

    abstract <R> R run(Work<R> work) throws SQLException;
  }
}
