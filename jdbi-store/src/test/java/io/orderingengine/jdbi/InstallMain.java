package io.orderingengine.jdbi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that makes tables in the database of a URL, whenever it is told a prefix. */
final class InstallMain {
  static final String DONE = "done";

  private InstallMain() {}

  public static void main(String[] arguments) throws IOException {
    DataSource dataSource = dataSource(arguments[0]);
    boolean migrates = arguments[1].equals("migrate");
    var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String prefix = told.readLine(); prefix != null; prefix = told.readLine()) {
      Schema schema = Schema.in(dataSource).tablePrefix(prefix);
      if (migrates) {
        schema.migrate();
      } else {
        schema.createIfMissing();
      }
      System.out.println(DONE);
    }
  }

  private static DataSource dataSource(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2Databases.dataSource(url.substring("jdbc:h2:".length()));
    }
    if (url.startsWith("jdbc:mariadb:")) {
      return MariaDbServer.dataSource(url);
    }
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    return dataSource;
  }
}
