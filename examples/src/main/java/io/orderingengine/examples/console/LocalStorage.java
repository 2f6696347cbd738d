package io.orderingengine.examples.console;

import io.orderingengine.memory.InMemoryStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Storage that needs nothing but this JVM. */
public enum LocalStorage implements Storage {
  /** A file, which is left for who wants to look into it, and made anew by the next run. */
  H2 {
    @Override
    public Place open(String run, PrintStream out) {
      Path database = Path.of("target", run).toAbsolutePath();
      Path file = Path.of(database + ".mv.db");
      delete(file, Path.of(database + ".trace.db"));
      var login = new Login("jdbc:h2:async:" + database + SETTINGS, null, null);
      var tables = new Tables(login, "ordering_");
      tables.create();
      String where = " in " + file + " (survives kill -9, not a power loss)";
      return new DatabasePlace(tables, login.product(), where, () -> {});
    }
  },
  MEMORY {
    @Override
    public Place open(String run, PrintStream out) {
      return new MemoryPlace(InMemoryStore.create());
    }
  };

  /**
   * H2 writes a commit before it answers, and keeps more than its usual 8 statements prepared in
   * each session.
   */
  private static final String SETTINGS = ";WRITE_DELAY=0;QUERY_CACHE_SIZE=64";

  private static void delete(Path... files) {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }
}
