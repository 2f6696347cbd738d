package io.orderingengine.benchmarks.compare.place;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a pool and counts statements: each of several in one text, each run of a
 * batch, and what begins and ends transactions where it is a statement.
 */
final class CountedStatements {
  /** What steers a block, and is no statement by itself. */
  private static final Pattern CONTROL =
      Pattern.compile("^BEGIN NOT ATOMIC|\\bIF [^;]*;\\s*END IF;|\\bEND$");

  private final LongAdder statements;
  private final boolean beginIsSent;

  CountedStatements(LongAdder statements, boolean beginIsSent) {
    this.statements = statements;
    this.beginIsSent = beginIsSent;
  }

  DataSource of(DataSource pool) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(pool, method, arguments);
          return result instanceof Connection connection ? of(connection) : result;
        });
  }

  private Connection of(Connection connection) {
    var open = new Transaction(connection);
    return proxy(
        Connection.class,
        (method, arguments) -> {
          open.before(method.getName());
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement && arguments != null) {
            return of(PreparedStatement.class, statement, (String) arguments[0], open);
          }
          return result instanceof Statement statement
              ? of(Statement.class, statement, "", open)
              : result;
        });
  }

  private <S extends Statement> S of(Class<S> type, S target, String sql, Transaction open) {
    var batch = new LongAdder();
    return proxy(
        type,
        (method, arguments) -> {
          String text = arguments != null && arguments[0] instanceof String given ? given : sql;
          switch (method.getName()) {
            case "addBatch" -> batch.add(size(text));
            case "execute", "executeQuery", "executeUpdate" -> open.run(size(text));
            case "executeBatch" -> open.run(batch.sumThenReset());
            default -> {}
          }
          return call(target, method, arguments);
        });
  }

  private static long size(String text) {
    String sql = CONTROL.matcher(text).replaceAll("");
    return sql.chars().filter(c -> c == ';').count() + (sql.stripTrailing().endsWith(";") ? 0 : 1);
  }

  /** Whether a transaction is open on a connection, as its driver sees it. */
  private final class Transaction {
    private final Connection connection;
    private boolean open;

    Transaction(Connection connection) {
      this.connection = connection;
    }

    void run(long count) throws Exception {
      if (!open && !connection.getAutoCommit()) {
        open = true;
        statements.add(beginIsSent ? 1 : 0);
      }
      statements.add(count);
    }

    void before(String method) {
      if (open && (method.equals("commit") || method.equals("rollback"))) {
        open = false;
        statements.increment();
      }
    }
  }

  /** One call of a method. */
  private interface Call {
    @Nullable Object run(Method method, Object @Nullable [] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.run(method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
