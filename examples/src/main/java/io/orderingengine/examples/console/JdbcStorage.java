package io.orderingengine.examples.console;

import io.orderingengine.jdbi.SchemaException;
import io.orderingengine.spi.StoreException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A database of the user's, where a run has tables of its own and leaves none behind. */
record JdbcStorage(Login login) implements Storage {
  private static final int DIGITS = 36;
  private static final long NAMES = (long) Math.pow(DIGITS, 10);

  @Override
  public Place open(String run, PrintStream out) {
    try {
      return place(login.product(), new Tables(login, prefix(run)), out);
    } catch (StoreException | SchemaException | IllegalStateException refused) {
      throw new BadOptions(
          List.of(
              "Option jdbc.url must name a database that can be used, but '%s' cannot be: %s"
                  .formatted(login.shownUrl(), reason(refused))));
    }
  }

  private Place place(String product, Tables tables, PrintStream out) {
    try {
      tables.create();
    } catch (RuntimeException refused) {
      drop(tables, out);
      throw refused;
    }
    String where = " at " + login.shownUrl() + ", tables " + tables + " (dropped at the end)";
    return new DatabasePlace(tables, product, where, () -> drop(tables, out));
  }

  /** Such as {@code flash_sale_3k9x0q2z1a_}: no other run has it. */
  private static String prefix(String run) {
    String unique = Long.toString(ThreadLocalRandom.current().nextLong(NAMES), DIGITS);
    return run.replace('-', '_') + "_" + unique + "_";
  }

  private static void drop(Tables tables, PrintStream out) {
    try {
      tables.drop();
    } catch (SQLException failed) {
      out.println("The tables " + tables + " could not be dropped: " + reason(failed));
    }
  }

  /** The message, without the statement that H2 puts below it. */
  private static String reason(Exception failure) {
    return String.valueOf(failure.getMessage()).split("; SQL statement:", 2)[0];
  }
}
