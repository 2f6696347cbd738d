package io.orderingengine.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.examples.console.BadOptions;
import io.orderingengine.examples.console.LocalStorage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
  @Test
  void nothingGivenIsTheGeneratedFile() {
    Path picture = Path.of("target", "replay.png").toAbsolutePath();

    assertThat(Options.parse(new Properties()))
        .isEqualTo(new Options(null, 16, LocalStorage.H2, picture));
  }

  @Test
  void whatIsGivenIsTaken() {
    var properties = new Properties();
    properties.setProperty("file", "pom.xml");
    properties.setProperty("callers", "3");
    properties.setProperty("store", "memory");

    Options options = Options.parse(properties);

    assertThat(options.file()).isEqualTo(Path.of("pom.xml").toAbsolutePath());
    assertThat(options.callers()).isEqualTo(3);
    assertThat(options.storage()).isEqualTo(LocalStorage.MEMORY);
  }

  @ParameterizedTest
  @CsvSource({
    "file,    src,     the path of a file that can be read",
    "file,    no.csv,  the path of a file that can be read",
    "callers, 1001,    'a whole number from 1 to 1,000'",
    "store,   disk,    'one of: h2, memory'",
    "picture, pom.xml, the path of a .png file",
  })
  void aBadValueIsNamed(String name, String value, String wanted) {
    var properties = new Properties();
    properties.setProperty(name, value);

    assertThatThrownBy(() -> Options.parse(properties))
        .isInstanceOf(BadOptions.class)
        .hasMessageStartingWith("Option " + name + " must be " + wanted)
        .hasMessageEndingWith(", but was '" + value + "'.");
  }
}
