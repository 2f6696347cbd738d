package io.orderingengine.jdbi;

import io.orderingengine.spi.Keyset;
import io.orderingengine.value.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows {@code t} of a table are read, and in which order.
 *
 * @param where a condition with as many question marks as there are arguments before the limit
 * @param order the columns to order by, with their directions
 * @param arguments what stands for the question marks, the limit last
 */
record Part(String where, List<String> order, List<Argument> arguments) {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  static Part one(long id) {
    return new Part("t.id = ?", List.of("id"), List.of(Argument.of(id), Argument.of(1)));
  }

  static Part chunk(long afterId, int limit) {
    return new Part("t.id > ?", List.of("id"), List.of(Argument.of(afterId), Argument.of(limit)));
  }

  static Part expired(Instant time, int limit) {
    return new Part(
        "t.status = 'PLACED' AND t.expires_at <= ?",
        List.of("expires_at", "id"),
        List.of(Argument.of(time), Argument.of(limit)));
  }

  static Part of(Keyset keyset) {
    return of("", List.of(), keyset);
  }

  /** Of the rows whose column has this id. */
  static Part of(String column, long id, Keyset keyset) {
    return of("t." + column + " = ? AND ", List.of(Argument.of(id)), keyset);
  }

  private static Part of(String where, List<Argument> first, Keyset keyset) {
    boolean down = keyset.newestFirst();
    Position after = keyset.after();
    Instant from = after != null ? after.createdAt() : down ? LAST : FIRST;
    long fromId = after != null ? after.id() : down ? Long.MAX_VALUE : 0;
    Argument time = Argument.of(from);
    List<Argument> arguments = new ArrayList<>(first);
    arguments.addAll(List.of(time, time, Argument.of(fromId), Argument.of(keyset.limit())));
    String past = down ? "<" : ">";
    return new Part(
        where
            + ("t.created_at " + past + "= ? AND (t.created_at " + past + " ?")
            + (" OR t.id " + past + " ?)"),
        down ? List.of("created_at DESC", "id DESC") : List.of("created_at", "id"),
        arguments);
  }

  /** The end of a SELECT from {@code t}. */
  String sql(Database database) {
    return " WHERE "
        + where
        + database.fresh()
        + " ORDER BY "
        + orderOf("t")
        + " FETCH FIRST ? ROWS ONLY";
  }

  String orderOf(String alias) {
    return alias + "." + String.join(", " + alias + ".", order);
  }
}
