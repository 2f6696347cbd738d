package io.orderingengine.jdbi;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.sql.DataSource;

/** An older H2 from its jar, apart from the one on the class path. */
final class OlderH2 {
  static final OlderH2 V2_3 = new OlderH2("2.3");
  static final OlderH2 V2_4 = new OlderH2("2.4");

  private final Class<? extends DataSource> driver;

  private OlderH2(String version) {
    Path jar = Path.of("target", "databases", "h2-" + version + ".jar");
    try {
      // Open as long as the JVM runs, as the driver on the class path is.
      var loader =
          new URLClassLoader(
              new URL[] {jar.toRealPath().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
      driver = loader.loadClass("org.h2.jdbcx.JdbcDataSource").asSubclass(DataSource.class);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("H2 " + version + " cannot be loaded from " + jar, e);
    }
  }

  /** Databases in files, as a host should open them. */
  TestDatabase.Supply supply() {
    return new TestDatabase.Supply(
        () -> dataSource("async:" + H2Databases.file() + ";WRITE_DELAY=0"));
  }

  DataSource dataSource(String url) {
    try {
      DataSource dataSource = driver.getConstructor().newInstance();
      driver.getMethod("setURL", String.class).invoke(dataSource, "jdbc:h2:" + url);
      return dataSource;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
