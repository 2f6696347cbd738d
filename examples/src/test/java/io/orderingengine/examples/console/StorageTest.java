package io.orderingengine.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options for storage mean, and the sentences for bad ones. */
final class StorageTest {
  @Test
  void nothingGivenIsAFileOfH2() {
    assertThat(read()).isEqualTo(LocalStorage.H2);
  }

  @Test
  void aUrlIsTakenWithItsUser() {
    Storage storage = read("jdbc.url=jdbc:h2:mem:x", "jdbc.user=ada", "jdbc.password=open sesame");

    assertThat(storage)
        .isEqualTo(new JdbcStorage(new Login("jdbc:h2:mem:x", "ada", "open sesame")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:oracle://localhost/shop         | jdbc:oracle://localhost/shop",
        "jdbc:mysql://ada:secret@localhost/x  | jdbc:mysql://localhost/x",
        "jdbc:nosuch:db;PASSWORD=secret       | jdbc:nosuch:db",
        "jdbc:nosuch:db?password=secret       | jdbc:nosuch:db",
        "localhost:5432                       | localhost:5432",
      })
  void aUrlWithoutADriverIsRefusedAndKeepsItsSecrets(String url, String shown) {
    assertThatThrownBy(() -> read("jdbc.url=" + url))
        .isInstanceOf(BadOptions.class)
        .hasMessage(
            "Option jdbc.url must be a JDBC URL of H2, PostgreSQL or MariaDB, but was '"
                + shown
                + "'.");
  }

  @Test
  void aUrlAndAStoreAreOneTooMany() {
    assertThatThrownBy(() -> read("store=memory", "jdbc.url=jdbc:h2:mem:x"))
        .isInstanceOf(BadOptions.class)
        .hasMessage("Option store must not be given together with jdbc.url.");
  }

  @Test
  void aUserWithoutAUrlIsABadOption() {
    assertThatThrownBy(() -> read("jdbc.user=ada", "jdbc.password=secret"))
        .isInstanceOf(BadOptions.class)
        .hasMessage(
            "Option jdbc.user must not be given without jdbc.url."
                + " Option jdbc.password must not be given without jdbc.url.");
  }

  @Test
  void noSecretIsPrinted() {
    Storage storage = read("jdbc.url=jdbc:h2:mem:x;PASSWORD=secret", "jdbc.password=secret");

    assertThat(storage.toString()).isEqualTo("JdbcStorage[login=jdbc:h2:mem:x]");
  }

  private static Storage read(String... options) {
    var properties = new Properties();
    for (String option : options) {
      String[] pair = option.split("=", 2);
      properties.setProperty(pair[0], pair[1]);
    }
    var reader = new OptionReader(properties);
    Storage storage = Storage.read(reader);
    reader.check();
    return storage;
  }
}
