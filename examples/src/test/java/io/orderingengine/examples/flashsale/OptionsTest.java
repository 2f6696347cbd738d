package io.orderingengine.examples.flashsale;

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
  void nothingGivenIsTheDemo() {
    Path picture = Path.of("target", "flash-sale.png").toAbsolutePath();

    assertThat(Options.parse(new Properties()))
        .isEqualTo(new Options(10_000, 4, 1_250, 2_500, 128, 42, LocalStorage.H2, picture));
  }

  @Test
  void whatIsGivenIsTaken() {
    var properties = new Properties();
    properties.setProperty("shoppers", "10");
    properties.setProperty("seed", "1000000000000");
    properties.setProperty("store", "memory");
    properties.setProperty("picture", "target/other.png");

    Options options = Options.parse(properties);

    assertThat(options.shoppers()).isEqualTo(10);
    assertThat(options.seed()).isEqualTo(1_000_000_000_000L);
    assertThat(options.storage()).isEqualTo(LocalStorage.MEMORY);
    assertThat(options.picture()).isEqualTo(Path.of("target/other.png").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "shoppers, 0,          'a whole number from 1 to 10,000,000'",
    "shoppers, 10000001,   a whole number from 1 to",
    "shoppers, 1e6,        a whole number from 1 to",
    "skus,     21,         a whole number from 1 to 20",
    "stock,    -1,         a whole number from 1 to",
    "coupons,  9999999999, a whole number from 1 to",
    "callers,  99999999999999999999, a whole number from 1 to",
    "seed,     x,          a whole number from 0 to",
    "store,    MEMORY,     'one of: h2, memory'",
    "picture,  pom.xml,    the path of a .png file",
    "picture,  src,        the path of a .png file",
    "picture,  pom.xml/a.png, the path of a .png file",
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
