package io.orderingengine.examples.replay;

import static io.orderingengine.examples.replay.RetailLines.line;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.examples.Printed;
import io.orderingengine.examples.console.LeakingStore;
import io.orderingengine.examples.console.MemoryPlace;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small replay, whole: its exit code, what it prints, what it stores, and its picture. */
final class ReplayRetailTest {
  @TempDir private Path folder;

  private final AtomicInteger exitCode = new AtomicInteger(-1);

  @ParameterizedTest
  @CsvSource({"memory, Rows in memory", "h2, Rows on H2 "})
  void withoutAFileAGeneratedOneIsReplayed(String storage, String place) {
    Properties properties = properties();
    properties.setProperty("store", storage);

    List<String> lines = Printed.by(out -> exitCode.set(ReplayRetail.run(properties, out)));

    assertThat(exitCode).hasValue(0);
    assertThat(lines)
        .startsWith("No -Dfile=PATH was given: this replays a small file that was just generated.")
        .contains("8 callers", "Every line is accounted for, to the penny.")
        .anyMatch(line -> line.startsWith(place))
        .anyMatch(line -> line.matches("  returned, order cancelled +[1-9].*"))
        .anyMatch(line -> line.matches("  returned, refund pending +[1-9].*"))
        .anyMatch(line -> line.matches("  returned, unmatched +[1-9].*"))
        .anyMatch(line -> line.matches("  odd: broken quotes +[1-9]\\d* +0 +0.00"))
        .anyMatch(line -> line.matches("replaying    100 %   1,\\d+ of 1,\\d+"))
        .anyMatch(line -> line.matches("  lines replayed +1,\\d+ +[1-9][\\d,]*"));
    assertThat(lines).filteredOn(line -> line.startsWith("  ok    ")).hasSize(10);
    assertThat(lines).noneMatch(line -> line.contains("DRIFT"));
  }

  @Test
  void aReplayIsDrawn() throws Exception {
    List<String> lines = printed(properties(), InMemoryStore.create());

    Path picture = folder.resolve("new").resolve("replay.png");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Picture: " + picture);
    var image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1000);
  }

  @Test
  void aSecondReplayChangesNothing() {
    OrderingStore store = InMemoryStore.create();
    printed(properties(), store);
    Map<String, List<Row>> rows = rows(store);

    List<String> lines = printed(properties(), store);

    assertThat(exitCode).hasValue(0);
    assertThat(lines).contains("Every line is accounted for, to the penny.");
    assertThat(rows(store)).isEqualTo(rows);
    assertThat(rows.get("order")).hasSize(400);
  }

  @Test
  void aStoreThatLosesUnitsIsFoundOut() {
    List<String> lines = printed(properties(), new LeakingStore(InMemoryStore.create()));

    assertThat(exitCode).hasValue(1);
    assertThat(lines)
        .anyMatch(line -> line.matches("  DRIFT stock +2100 at .*, sold \\+ left: .*"))
        .contains("DRIFT: 1 of 10 checks failed.");
  }

  @Test
  void oneOddLineInTwentyIsNotTooOdd() {
    printed(with(file(19, line("1", "A", 1, "0"))), InMemoryStore.create());

    assertThat(exitCode).hasValue(0);
  }

  @Test
  void twoOddLinesInTwentyAreTooOdd() {
    List<String> lines =
        printed(
            with(file(18, line("1", "A", 1, "0"), line("1", "A", 1, "free"))),
            InMemoryStore.create());

    assertThat(exitCode).hasValue(1);
    assertThat(lines).contains("TOO ODD: 2 of 20 lines cannot be replayed, more than 5 %.");
    assertThat(lines).noneMatch(line -> line.contains("DRIFT"));
  }

  @Test
  void anInvoiceTooLongForOneOrderBecomesTwo() {
    String[] lines =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> line("1", "A" + i, 1, "1.00"))
            .toArray(String[]::new);
    OrderingStore store = InMemoryStore.create();

    printed(with(file(0, lines)), store);

    assertThat(exitCode).hasValue(0);
    assertThat(orders(store).keySet()).containsExactlyInAnyOrder("1", "1 part 2");
  }

  @Test
  void aStockCodeMayHaveMorePricesThanANewProductMayHaveOptions() {
    String[] lines =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> line("1", "POST", 1, i + ".00"))
            .toArray(String[]::new);

    printed(with(file(0, lines)), InMemoryStore.create());

    assertThat(exitCode).hasValue(0);
  }

  @Test
  void theOrdersOfAnInvoiceThatCameBackAreCancelled() {
    OrderingStore store = InMemoryStore.create();

    printed(
        with(
            file(
                0,
                line("1", "A", 1, "1.00"),
                line("2", "B", 1, "1.00"),
                line("3", "C", 2, "1.00"),
                line("C4", "A", -1, "1.00"),
                line("C4", "B", -1, "1.00"),
                line("C4", "C", -1, "1.00"))),
        store);

    assertThat(exitCode).hasValue(0);
    assertThat(orders(store))
        .isEqualTo(
            Map.of("1", OrderStatus.CANCELLED, "2", OrderStatus.CANCELLED, "3", OrderStatus.PAID));
  }

  @Test
  void aFileWithoutLinesIsAReplayToo() {
    List<String> lines = printed(with(file(0)), InMemoryStore.create());

    assertThat(exitCode).hasValue(0);
    assertThat(lines.get(lines.size() - 1)).startsWith("Picture: ");
  }

  @Test
  void aFileWithoutDatesIsDrawnToo() {
    Path file = RetailLines.text(folder, "InvoiceNo,StockCode,Quantity,UnitPrice\n1,A,1,1.00\n");

    List<String> lines = printed(with(file), InMemoryStore.create());

    assertThat(exitCode).hasValue(0);
    assertThat(lines.get(lines.size() - 1)).startsWith("Picture: ");
  }

  @Test
  void aFileWithoutAColumnIsABadOption() {
    Path file = RetailLines.text(folder, "InvoiceNo,StockCode,Quantity\n1,A,1\n");

    List<String> lines = printed(with(file), InMemoryStore.create());

    assertThat(exitCode).hasValue(2);
    assertThat(lines)
        .contains(
            "Option file must name a file with a column UnitPrice, but '" + file + "' has none.");
  }

  @Test
  void badOptionsAreNamedAndNothingRuns() {
    Properties properties = properties();
    properties.setProperty("file", "no-such.csv");
    properties.setProperty("callers", "0");

    List<String> lines = printed(properties, InMemoryStore.create());

    assertThat(exitCode).hasValue(2);
    assertThat(lines)
        .containsExactly(
            "Option file must be the path of a file that can be read, but was 'no-such.csv'.",
            "Option callers must be a whole number from 1 to 1,000, but was '0'.");
  }

  @Test
  void aStoreThatHoldsAnotherFileIsRefused() {
    OrderingStore store = InMemoryStore.create();
    printed(with(file(0, line("1", "A", 1, "1.00"))), store);

    List<String> lines = printed(with(file(0, line("1", "A", 2, "1.00"))), store);

    assertThat(exitCode).hasValue(1);
    assertThat(lines)
        .anyMatch(line -> line.startsWith("The replay broke off: ") && line.contains("KEY_REUSED"));
  }

  /** A file of some good lines, and these. */
  private Path file(int good, String... others) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < good; i++) {
      lines.add(line("10" + i, "G", 1, "1.00"));
    }
    lines.addAll(List.of(others));
    return RetailLines.file(folder, lines);
  }

  private Properties with(Path file) {
    Properties properties = properties();
    properties.setProperty("file", file.toString());
    return properties;
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("callers", "8");
    properties.setProperty("picture", folder.resolve("new").resolve("replay.png").toString());
    return properties;
  }

  private List<String> printed(Properties properties, OrderingStore store) {
    return Printed.by(
        out -> exitCode.set(ReplayRetail.run(properties, any -> new MemoryPlace(store), out)));
  }

  private static Map<String, OrderStatus> orders(OrderingStore store) {
    return store.queries().chunk(Table.ORDERS, 0, 10_000).stream()
        .collect(toMap(OrderRow::externalId, OrderRow::status));
  }

  private static Map<String, List<Row>> rows(OrderingStore store) {
    return Table.ALL.stream()
        .collect(
            toMap(Table::name, table -> List.copyOf(store.queries().chunk(table, 0, 100_000))));
  }
}
