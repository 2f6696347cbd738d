package io.orderingengine.examples.flashsale;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.examples.Printed;
import io.orderingengine.examples.console.H2InMemory;
import io.orderingengine.examples.console.LeakingStore;
import io.orderingengine.examples.console.MemoryPlace;
import io.orderingengine.examples.console.Place;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.spi.OrderingStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small sale, whole: its exit code, what it prints, and its picture. */
final class FlashSaleTest {
  @TempDir private Path folder;

  private final AtomicInteger exitCode = new AtomicInteger(-1);

  @ParameterizedTest
  @CsvSource({"memory, Rows in memory", "h2, Rows on H2 "})
  void aSaleSellsOutAndNothingDrifts(String storage, String place) {
    Properties properties = properties();
    properties.setProperty("store", storage);

    List<String> lines = printed(out -> FlashSale.run(properties, out));

    assertThat(exitCode).hasValue(0);
    assertThat(lines)
        .startsWith(
            "Flash sale: 400 shoppers, 2 options with 50 units each, 60 coupons",
            "8 callers, seed 7")
        .anyMatch(line -> line.startsWith(place))
        .contains("Nothing was oversold, lost or doubled.")
        .anyMatch(line -> line.matches("  coupons +60 +0"))
        .anyMatch(line -> line.matches("  COUPON_SOLD_OUT +340"))
        .anyMatch(line -> line.matches("  OUT_OF_STOCK +[1-9]\\d*"))
        .anyMatch(line -> line.matches("  INSUFFICIENT_BALANCE +[1-9]\\d*"));
    assertThat(lines).filteredOn(line -> line.startsWith("  ok    ")).hasSize(8);
    assertThat(lines).noneMatch(line -> line.contains("DRIFT"));
  }

  @Test
  void oneShopperAloneIsASaleToo() {
    Properties properties = properties();
    properties.setProperty("shoppers", "1");

    List<String> lines = printed(out -> FlashSale.run(properties, out));

    assertThat(exitCode).hasValue(0);
    assertThat(lines)
        .contains("  ok    coupons issued    1 = one for each shopper, nobody holds two");
    assertThat(lines.get(lines.size() - 1)).startsWith("Picture: ");
  }

  @Test
  void aSaleShowsItsProgressAsLines() {
    List<String> lines = printed(out -> FlashSale.run(properties(), out));

    assertThat(lines)
        .contains(
            "registering  100 %   400 of 400",
            "racing       100 %   400 of 400", "checking     100 %   400 of 400");
  }

  @Test
  void aSaleIsDrawn() throws Exception {
    List<String> lines = printed(out -> FlashSale.run(properties(), out));

    Path picture = folder.resolve("new").resolve("sale.png");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Picture: " + picture);
    var image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1000);
  }

  @Test
  void twoSalesOnOneDatabaseLeaveItAsItWas() throws Exception {
    try (var database = new H2InMemory()) {
      database.execute("CREATE TABLE host (id INT)");
      Properties properties = properties();
      properties.remove("store");
      properties.setProperty("jdbc.url", database.url());

      for (int i = 0; i < 2; i++) {
        List<String> lines = printed(out -> FlashSale.run(properties, out));
        assertThat(exitCode).hasValue(0);
        assertThat(lines).contains("Nothing was oversold, lost or doubled.");
      }

      assertThat(database.tables()).containsExactly("HOST");
    }
  }

  @Test
  void aSaleThatBreaksOffGivesItsPlaceUp() {
    var closed = new AtomicInteger();

    List<String> lines =
        printed(out -> FlashSale.run(properties(), any -> new BrokenPlace(closed), out));

    assertThat(exitCode).hasValue(1);
    assertThat(lines).contains("The flash sale broke off: java.lang.IllegalStateException: broken");
    assertThat(closed).hasValue(1);
  }

  /** A place where nothing works. */
  private record BrokenPlace(AtomicInteger closed) implements Place {
    @Override
    public <R> R visit(Function<OrderingEngine, R> work) {
      throw new IllegalStateException("broken");
    }

    @Override
    public String name() {
      return "on nothing";
    }

    @Override
    public String description() {
      return name();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void aStoreThatLosesUnitsIsFoundOut() {
    OrderingStore store = new LeakingStore(InMemoryStore.create());

    List<String> lines =
        printed(out -> FlashSale.run(properties(), any -> new MemoryPlace(store), out));

    assertThat(exitCode).hasValue(1);
    assertThat(lines)
        .anyMatch(line -> line.matches("  DRIFT stock +size 36, sold \\+ left: 50 expected, .*"))
        .contains("DRIFT: 1 of 8 checks failed.");
  }

  @Test
  void aPlaceThatCannotBeMadeBreaksTheSaleOff() {
    List<String> lines =
        printed(out -> FlashSale.run(properties(), any -> FlashSaleTest.noPlace(), out));

    assertThat(exitCode).hasValue(1);
    assertThat(lines)
        .contains("The flash sale broke off: java.lang.IllegalStateException: no such place");
  }

  private static Place noPlace() {
    throw new IllegalStateException("no such place");
  }

  @Test
  void badOptionsAreNamedAndNothingRuns() {
    Properties properties = properties();
    properties.setProperty("shoppers", "many");
    properties.setProperty("store", "disk");

    List<String> lines = printed(out -> FlashSale.run(properties, out));

    assertThat(exitCode).hasValue(2);
    assertThat(lines)
        .containsExactly(
            "Option shoppers must be a whole number from 1 to 10,000,000, but was 'many'.",
            "Option store must be one of: h2, memory, but was 'disk'.");
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("shoppers", "400");
    properties.setProperty("skus", "2");
    properties.setProperty("stock", "50");
    properties.setProperty("coupons", "60");
    properties.setProperty("callers", "8");
    properties.setProperty("seed", "7");
    properties.setProperty("store", "memory");
    properties.setProperty("picture", folder.resolve("new").resolve("sale.png").toString());
    return properties;
  }

  private List<String> printed(ToIntFunction<PrintStream> sale) {
    return Printed.by(out -> exitCode.set(sale.applyAsInt(out)));
  }
}
