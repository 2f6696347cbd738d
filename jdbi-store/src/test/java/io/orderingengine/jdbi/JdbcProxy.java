package io.orderingengine.jdbi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Stands in front of a host's connections, and does some of their methods in a way of its own. */
final class JdbcProxy {
  private JdbcProxy() {}

  /** One call of a method, by its name. */
  @FunctionalInterface
  interface Around {
    Object call(String method, Callable<Object> proceed) throws Exception;
  }

  /** A data source whose connections do as they are told. */
  static DataSource connections(DataSource dataSource, Around around) {
    return of(
        DataSource.class,
        dataSource,
        (method, proceed) ->
            method.equals("getConnection")
                ? of(Connection.class, (Connection) proceed.call(), around)
                : proceed.call());
  }

  static <T> T of(Class<T> type, T target, Around around) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Callable<Object> proceed =
                  () -> {
                    try {
                      return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                  };
              return around.call(method.getName(), proceed);
            }));
  }
}
