package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways to open an H2 database that would break a promise are refused, with the URL to use instead.
 */
class H2OpeningTest {
  private static final String INTERRUPT = "one interrupt of a thread closes the file for all";
  private static final String PROCESSES = "other processes may write to the file";
  private static final String CRASH = "a crash loses what was committed in the last";

  @TempDir private Path directory;

  private DataSource open(String url) {
    String file = directory.resolve("shop").toString();
    return H2Databases.dataSource(
        url.replace("FILE", file).replace("MEMORY", "mem:" + UUID.randomUUID()));
  }

  private static void use(DataSource dataSource) {
    Schema.in(dataSource).createIfMissing();
    SchemaSuite.useTables(dataSource, "ordering_");
  }

  /** Both refuse it, and in the same words; then the URL that they name works. */
  private static void assertRefused(DataSource dataSource, String reason) {
    Throwable refusal = catchThrowable(Schema.in(dataSource)::createIfMissing);
    assertThat(refusal).isInstanceOf(IllegalStateException.class).hasMessageContaining(reason);
    assertThat(catchThrowable(() -> SchemaSuite.store(dataSource, "ordering_")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(refusal.getMessage());
    String url = refusal.getMessage().replaceFirst("(?s).*open it as jdbc:h2:", "");
    use(H2Databases.dataSource(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILE",
        "file:FILE",
        "nio:FILE",
        "nioMapped:FILE",
        "retry:FILE",
        "split:FILE",
        "split:20:FILE",
        "split:nio:FILE",
        "FILE;WRITE_DELAY=0",
        "FILE with a space",
        "./target/h2/relative"
      })
  void aPlainFile(String url) {
    assertRefused(open(url), INTERRUPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FILE", "async:FILE", "async:FILE;WRITE_DELAY=1"})
  void aFileThatIsWrittenLater(String url) {
    assertRefused(open(url), CRASH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEMORY;DB_CLOSE_DELAY=-1;IGNORECASE=TRUE | keys would be compared without their case",
        "async:FILE;WRITE_DELAY=0;IGNORECASE=TRUE | (IGNORECASE=1)",
        "MEMORY;DB_CLOSE_DELAY=-1;COLLATION=ENGLISH | keys would not be compared byte by byte",
        "async:FILE;WRITE_DELAY=0;COLLATION=ENGLISH STRENGTH PRIMARY"
            + " | (COLLATION=ENGLISH STRENGTH PRIMARY)",
        "FILE;COLLATION=ENGLISH;IGNORECASE=TRUE | without their case (IGNORECASE=1); keys would not",
      })
  void keysThatAreNotComparedByteByByte(String url, String reason) {
    assertRefused(open(url), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MEMORY;DB_CLOSE_DELAY=-1",
        "async:FILE;WRITE_DELAY=0",
        "file:async:FILE;WRITE_DELAY=0",
        "async:FILE;WRITE_DELAY=0;IGNORECASE=FALSE;COLLATION=OFF"
      })
  void asItShouldBe(String url) {
    use(open(url));
  }

  @Test
  void behindAServer() throws SQLException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    try {
      String tcp = "tcp://localhost:" + server.getPort() + "/";
      use(open(tcp + "MEMORY;DB_CLOSE_DELAY=-1"));
      assertRefused(open(tcp + "async:FILE;WRITE_DELAY=0"), PROCESSES);
    } finally {
      server.stop();
    }
  }
}
