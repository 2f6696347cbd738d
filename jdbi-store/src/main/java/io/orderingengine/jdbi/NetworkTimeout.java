package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;

/** How long a driver waits for a server that does not answer at all. */
final class NetworkTimeout {
  private NetworkTimeout() {}

  /** Longer than the server's own time-outs, unless the host wants less. */
  static Database.Settings bound(Connection connection, Timeouts timeouts) throws SQLException {
    int found = connection.getNetworkTimeout();
    int most = Math.toIntExact(timeouts.answer().plus(timeouts.lock()).toMillis());
    if (found > 0 && found <= most) {
      return () -> {};
    }
    connection.setNetworkTimeout(Runnable::run, most);
    return () -> connection.setNetworkTimeout(Runnable::run, found);
  }
}
