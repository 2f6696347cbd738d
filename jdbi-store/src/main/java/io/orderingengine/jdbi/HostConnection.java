package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the host has the connection of its open transaction: in a {@link ThreadLocal}, in a JDBI
 * handle, wherever it keeps it. It stays the host's: the store neither ends its transaction nor
 * closes it.
 */
@FunctionalInterface
public interface HostConnection {
  /** The connection with the open transaction of the calling thread. */
  Connection current() throws SQLException;
}
