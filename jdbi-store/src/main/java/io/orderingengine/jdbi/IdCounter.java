package io.orderingengine.jdbi;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The row from which all ids come: one counter for all tables and all processes. A row, not a
 * sequence, because a sequence cannot give any number of ids in a row.
 */
final class IdCounter {
  private final String read;
  private final String move;

  IdCounter(Prefix prefix, Database database, Timeouts timeouts) {
    String table = prefix.table("id_counter");
    read = "SELECT next_id FROM " + table + " WHERE id = 1" + database.forUpdate(timeouts);
    move = "UPDATE " + table + " SET next_id = next_id + ? WHERE id = 1";
  }

  /** Reserves ids in a transaction of its own, and returns the first. */
  long reserve(Session session, int count) throws SQLException {
    var first = new AtomicLong();
    session.begin(List.of(new Step.Read(read, List.of(), cells -> first.set(cells.number()))));
    session.end(List.of(new Step.WriteOne(move, List.of(Argument.of(count)), "id_counter")));
    session.commit();
    return first.get();
  }
}
