package io.orderingengine.contract;

import io.orderingengine.spi.Rows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Rows that show something else than what was locked. */
public final class BentRows {
  private BentRows() {}

  /** What is seen in place of a row, or of a number. */
  @FunctionalInterface
  public interface Bend {
    /**
     * What is seen.
     *
     * @param what the name of the method of {@link Rows}
     */
    Object seen(String what, Object key, Object row) throws Throwable;
  }

  public static Rows of(Rows rows, Bend bend) {
    return (Rows)
        Proxy.newProxyInstance(
            Rows.class.getClassLoader(),
            new Class<?>[] {Rows.class},
            (proxy, method, arguments) -> {
              try {
                Object row = method.invoke(rows, arguments);
                return bend.seen(method.getName(), arguments[0], row);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
