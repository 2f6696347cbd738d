package io.orderingengine.jdbi;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Data sources that give out the connection of the transaction that the calling thread is in. */
final class TransactionAware {
  private static final String SPRING =
      "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy";

  private TransactionAware() {}

  /** Refuses one, also behind other proxies: it would mix the engine's commits with the host's. */
  static void refuse(DataSource dataSource) {
    if (isSprings(dataSource)) {
      throw new IllegalStateException(
          "the data source is Spring's TransactionAwareDataSourceProxy, whose connections belong to"
              + " the host's transactions: give the store its target data source; to make commands"
              + " part of the host's transactions, use JdbiStore.hostTransactions(target, proxy)");
    }
  }

  private static boolean isSprings(DataSource dataSource) {
    ClassLoader own = dataSource.getClass().getClassLoader();
    return Arrays.asList(own, Thread.currentThread().getContextClassLoader()).stream()
        .filter(Objects::nonNull)
        .map(TransactionAware::springs)
        .filter(Objects::nonNull)
        .anyMatch(proxy -> isWrapperFor(dataSource, proxy));
  }

  private static @Nullable Class<?> springs(ClassLoader loader) {
    try {
      return Class.forName(SPRING, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static boolean isWrapperFor(DataSource dataSource, Class<?> proxy) {
    try {
      return dataSource.isWrapperFor(proxy);
    } catch (SQLException e) {
      return false;
    }
  }
}
