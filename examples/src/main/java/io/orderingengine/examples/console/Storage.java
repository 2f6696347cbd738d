package io.orderingengine.examples.console;

import java.io.PrintStream;

/** Where a run shall keep its rows, as its options say. Immutable. */
public sealed interface Storage permits LocalStorage, JdbcStorage {

  /** Reads the options {@code store} and {@code jdbc.url}, of which at most one may be given. */
  static Storage read(OptionReader options) {
    Storage local = options.choice("store", LocalStorage.class, LocalStorage.H2);
    String url = options.text("jdbc.url");
    if (url == null) {
      options.refuse("jdbc.user", "without jdbc.url");
      options.refuse("jdbc.password", "without jdbc.url");
      return local;
    }
    options.refuse("store", "together with jdbc.url");
    var login = new Login(url, options.text("jdbc.user"), options.text("jdbc.password"));
    if (!login.hasDriver()) {
      options.complain("jdbc.url", "a JDBC URL of H2, PostgreSQL or MariaDB", login.shownUrl());
    }
    return new JdbcStorage(login);
  }

  /**
   * Makes an empty place for one run.
   *
   * @param run what the place is named after, such as {@code flash-sale}
   * @throws BadOptions if the options name a place that cannot be used
   */
  Place open(String run, PrintStream out);
}
