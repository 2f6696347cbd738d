package io.orderingengine.jdbi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * One connection, lent again and again, that keeps every statement that is sent over it. Used by
 * one thread.
 */
final class Wiretap implements AutoCloseable {
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*\n");

  /** What makes several statements one, and steers them. */
  private static final Pattern BLOCK =
      Pattern.compile("^SET STATEMENT .*? FOR BEGIN NOT ATOMIC\n|IF ROW_COUNT.*; END IF;\n|END$");

  private final Connection connection;
  private final Listener listener;
  private final List<String> statements = new ArrayList<>();

  /** Learns more of a statement than its text. */
  interface Listener {
    /** Before it runs by itself, or after it has run in a block. */
    default void seen(String sql, List<Setting> arguments) throws SQLException {}

    default void after(PreparedStatement statement) throws SQLException {}
  }

  /** Sets an argument again, of another statement with the same ones. */
  @FunctionalInterface
  interface Setting {
    void set(PreparedStatement statement);
  }

  Wiretap(Connection connection, Listener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  Wiretap(Connection connection) {
    this(connection, new Listener() {});
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) ->
            method.getName().equals("isWrapperFor")
                ? false
                : proxy(Connection.class, this::onConnection));
  }

  /** How many statements were sent, commits among them. */
  int count() {
    return statements.size();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object onConnection(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      return null;
    }
    if (method.getName().equals("commit")) {
      statements.add("COMMIT");
    }
    Object result = call(connection, method, arguments);
    if (method.getName().equals("createStatement")) {
      return proxy(
          Statement.class,
          (proxy, called, values) -> onStatement((Statement) result, called, values));
    }
    if (!method.getName().equals("prepareStatement")) {
      return result;
    }
    String sql = (String) arguments[0];
    var statement = (PreparedStatement) result;
    List<Setting> set = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (proxy, called, values) -> onStatement(statement, sql, set, called, values));
  }

  private Object onStatement(Statement statement, Method method, Object[] arguments)
      throws Throwable {
    Object result = call(statement, method, arguments);
    if (method.getName().equals("execute")) {
      String block = BLOCK.matcher((String) arguments[0]).replaceAll("");
      for (String sql : END_OF_STATEMENT.splitAsStream(block).toList()) {
        statements.add(sql);
        listener.seen(sql, List.of());
      }
    }
    return result;
  }

  private Object onStatement(
      PreparedStatement statement, String sql, List<Setting> set, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().startsWith("set") && arguments.length == 2) {
      set.add(other -> again(other, method, arguments));
    }
    if (!method.getName().startsWith("execute")) {
      return call(statement, method, arguments);
    }
    statements.addAll(END_OF_STATEMENT.splitAsStream(sql).toList());
    listener.seen(sql, set);
    Object result = call(statement, method, arguments);
    listener.after(statement);
    return result;
  }

  private static void again(PreparedStatement statement, Method method, Object... arguments) {
    try {
      method.invoke(statement, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
