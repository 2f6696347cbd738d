package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.benchmarks.compare.workload.Opening;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The places there are. */
public final class Places {
  static final String H2_OPTIONS = ";QUERY_CACHE_SIZE=64;CACHE_SIZE=262144";

  private Places() {}

  public static Place memory(Opening opening) {
    return new MemoryPlace(opening);
  }

  public static Place h2InMemory(Opening opening, int pool) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + H2_OPTIONS;
    return new DatabasePlace(new GivenServer(url, null, null), opening, pool);
  }

  /** A file of its own in this directory, opened as the library asks for. */
  public static Place h2InFile(Path home, Opening opening, int pool) {
    return new DatabasePlace(new H2File(home.resolve(UUID.randomUUID().toString())), opening, pool);
  }

  /** A server of its own, with its files in this directory. */
  public static Place postgreSql(Path home, Opening opening, int pool) {
    return new DatabasePlace(EmbeddedPostgreSql.start(home), opening, pool);
  }

  /** A server of its own, from the binaries in this jar, with its files in this directory. */
  public static Place mariaDb(Path binaries, Path home, Opening opening, int pool) {
    Server server = EmbeddedMariaDb.start(new MariaDbBinaries(binaries), home);
    return new DatabasePlace(server, opening, pool);
  }

  /** A database that is there already; its tables of the engine are emptied. */
  public static Place given(
      String url, @Nullable String user, @Nullable String password, Opening opening, int pool) {
    return new DatabasePlace(new GivenServer(url, user, password), opening, pool);
  }
}
