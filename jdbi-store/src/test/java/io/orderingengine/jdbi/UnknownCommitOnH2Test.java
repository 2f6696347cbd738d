package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits on H2 of which nobody knows, also where the connection lives on. */
class UnknownCommitOnH2Test extends UnknownCommitSuite {
  UnknownCommitOnH2Test() {
    super(H2Databases.inMemory());
  }

  /** A transaction that is still open on the connection must not be taken for committed. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void onTheOnlyConnection(Fault fault) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Connection failing = JdbcProxy.of(Connection.class, connection, this::call);
      assertSoldOne(OneConnection.lending(failing), fault);
    }
  }
}
