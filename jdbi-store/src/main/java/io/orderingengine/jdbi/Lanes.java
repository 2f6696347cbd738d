package io.orderingengine.jdbi;

import io.orderingengine.spi.OutcomeUnknownException;
import io.orderingengine.spi.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * The lanes of one store: as many as its transactions that ran side by side. Thread-safe.
 *
 * <p>An error at COMMIT tells nothing of the transaction: it may have been committed, or may still
 * be. But it wrote its number into its lane's row, and so holds that row's lock until it ends.
 * Whoever gets the lock reads how it ended.
 */
final class Lanes {
  private static final int AT_ONCE = 8;
  private static final Duration FORGOTTEN = Duration.ofDays(7);
  private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

  private final Queue<Lane> free = new ConcurrentLinkedQueue<>();
  private final Queue<Long> registered = new ConcurrentLinkedQueue<>();
  private final Sessions sessions;
  private final IdCounter ids;
  private final Duration patience;
  private final List<Column<Long>> columns;
  private final String insert;
  private final String read;
  private final String forgotten;
  private final String delete;

  Lanes(Sessions sessions, IdCounter ids, Prefix prefix, Database database, Timeouts timeouts) {
    this.sessions = sessions;
    this.ids = ids;
    patience = timeouts.outcome();
    String table = prefix.table("lane");
    columns =
        Shape.<Long>of("lane")
            .number("id", id -> id)
            .number("transaction_number", id -> 0)
            .time("used_at", id -> Instant.now())
            .columns();
    insert = database.encoding().insert(table, columns);
    read =
        "SELECT transaction_number FROM " + table + " WHERE id = ?" + database.forUpdate(timeouts);
    forgotten =
        "SELECT id FROM " + table + " WHERE used_at < ?" + database.fresh() + " ORDER BY id";
    delete = "DELETE FROM " + table + " WHERE id = ?";
  }

  /** A lane that no other transaction has; new ones are written by the session. */
  Lane take(Session session) throws SQLException {
    Lane lane = free.poll();
    if (lane != null) {
      return lane;
    }
    long first = ids.reserve(session, AT_ONCE);
    List<Long> fresh = LongStream.range(first, first + AT_ONCE).boxed().toList();
    List<Long> forgottenIds = new ArrayList<>();
    session.begin(
        List.of(
            new Step.Read(
                forgotten,
                List.of(Argument.of(Instant.now().minus(FORGOTTEN))),
                cells -> forgottenIds.add(cells.number()))));
    List<Step> steps = deletes(forgottenIds);
    steps.add(new Step.WriteAll<>(insert, columns, fresh, "lane"));
    session.end(steps);
    session.commit();
    registered.addAll(fresh);
    fresh.stream().skip(1).map(Lane::new).forEach(free::add);
    return new Lane(first);
  }

  /** Takes back a lane whose transaction has ended. */
  void giveBack(Lane lane) {
    lane.end();
    free.add(lane);
  }

  /**
   * Whether the transaction that wrote the lane's next number was committed.
   *
   * @throws OutcomeUnknownException if it could not be learnt in time
   */
  boolean isCommitted(Lane lane, SQLException lost) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    try {
      for (; ; ) {
        interrupted |= Thread.interrupted();
        try {
          return number(lane) == lane.next();
        } catch (StoreException | SQLException e) {
          if (System.nanoTime() - end >= 0) {
            lost.addSuppressed(e);
            throw unknown(lost);
          }
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private OutcomeUnknownException unknown(SQLException lost) {
    return new OutcomeUnknownException(
        "the answer to a commit was lost, and the database could not be asked for "
            + patience
            + " what became of it",
        lost);
  }

  private long number(Lane lane) throws SQLException {
    var number = new AtomicLong(Long.MIN_VALUE);
    try (Session session = sessions.open()) {
      session.begin(
          List.of(
              new Step.Read(
                  read, List.of(Argument.of(lane.id())), cells -> number.set(cells.number()))));
    }
    if (number.get() == Long.MIN_VALUE) {
      throw new StoreException("the row of lane " + lane.id() + " is gone");
    }
    return number.get();
  }

  /** Takes the rows of all lanes away, if the database can be reached. */
  void close() {
    if (registered.isEmpty()) {
      return;
    }
    try (Session session = sessions.open()) {
      session.begin(List.of());
      session.end(deletes(registered));
      session.commit();
    } catch (StoreException | SQLException e) {
      // They are forgotten after some days.
    }
  }

  /** By their ids, one by one: a search would wait for the lanes of transactions under way. */
  private List<Step> deletes(Collection<Long> lanes) {
    List<Step> steps = new ArrayList<>();
    for (long lane : lanes) {
      steps.add(new Step.Change(delete, List.of(Argument.of(lane))));
    }
    return steps;
  }
}
