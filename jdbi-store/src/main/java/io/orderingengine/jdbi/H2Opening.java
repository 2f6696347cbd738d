package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an H2 database was opened, and how it must be to keep what the store promises. */
final class H2Opening {
  private static final int OLDEST_MAJOR = 2;
  private static final int OLDEST_MINOR = 3;
  private static final String ASYNC = "async:";

  /** What stands in front of a file's path: kinds of file systems, each with its size, if any. */
  private static final Pattern FILE_SYSTEMS = Pattern.compile("^([A-Za-z]{2,}:|\\d+:)+");

  private static final Pattern SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):");

  private final Map<String, String> settings = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final StringBuilder remedy = new StringBuilder();
  private final String url;
  private final @Nullable String path;

  private H2Opening(Connection connection) throws SQLException {
    url = connection.getMetaData().getURL();
    path = path(connection);
    // The old information schema has other names for the two columns.
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM INFORMATION_SCHEMA.SETTINGS");
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        settings.put(results.getString(1), results.getString(2));
      }
    }
  }

  private static @Nullable String path(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("CALL DATABASE_PATH()");
        ResultSet results = statement.executeQuery()) {
      return results.next() ? results.getString(1) : null;
    }
  }

  /**
   * Refuses what is wrong, in a sentence with the URL to use instead.
   *
   * @return the database's file, or null if it is in memory
   */
  static @Nullable String check(Connection connection) throws SQLException {
    var opening = new H2Opening(connection);
    opening.check();
    return opening.path;
  }

  private void check() {
    checkVersion();
    if (path != null) {
      checkFile(path);
    } else {
      remedy.append(url);
    }
    require("IGNORECASE", "FALSE", "keys would be compared without their case");
    require("COLLATION", "OFF", "keys would not be compared byte by byte");
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "the H2 database is open as "
              + url
              + ", where "
              + String.join("; ", faults)
              + ": open it as "
              + remedy);
    }
  }

  private void checkVersion() {
    int major = Integer.parseInt(setting("info.VERSION_MAJOR", "0"));
    int minor = Integer.parseInt(setting("info.VERSION_MINOR", "0"));
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new IllegalStateException(
          "H2 must be of version 2.3.232 or newer, but is of version " + major + "." + minor);
    }
  }

  private void checkFile(String path) {
    if (!path.startsWith(ASYNC)) {
      faults.add("one interrupt of a thread closes the file for all");
    }
    if (SERVER.matcher(url).lookingAt()) {
      faults.add("other processes may write to the file, and take no turns with this one");
    }
    remedy
        .append("jdbc:h2:")
        .append(ASYNC)
        .append(FILE_SYSTEMS.matcher(path).replaceFirst(""))
        .append(";WRITE_DELAY=0");
    String delay = setting("WRITE_DELAY", "");
    if (!delay.equals("0")) {
      faults.add("a crash loses what was committed in the last " + delay + " ms (WRITE_DELAY)");
    }
  }

  /** On is 1, off is 0 or not there at all. */
  private void require(String name, String off, String why) {
    String value = setting(name, off);
    if (!value.equals(off) && !value.equals("0")) {
      faults.add(why + " (" + name + "=" + value + ")");
      remedy.append(';').append(name).append('=').append(off);
    }
  }

  private String setting(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }
}
