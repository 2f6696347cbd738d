package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.contract.Conservation;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged on an H2 file survives kill -9 of the process. Takes seconds: it starts a
 * JVM three times.
 */
class H2CrashTest {
  private static final int ROUNDS = 3;
  private static final int ACKNOWLEDGED = 100;
  private static final Pattern SOLD = Pattern.compile("sold (\\d+)\\.");

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    String url = "async:" + folder.resolve("shop") + ";WRITE_DELAY=0";
    List<Long> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(sellUntilKilled(url));
      DataSource database = H2Databases.dataSource(url);
      try (OrderingStore books = JdbiStore.ownTransactions(database).build()) {
        assertThat(MugShop.orders(books))
            .extracting(OrderRow::id)
            .as("orders in the rows, and those acknowledged")
            .containsAll(acknowledged);
        Conservation.assertHolds(books);
      }
    }
    assertThat(acknowledged)
        .as("orders acknowledged")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED);
  }

  private static List<Long> sellUntilKilled(String url) throws Exception {
    Process shop =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingShopMain.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader told =
        new BufferedReader(new InputStreamReader(shop.getInputStream(), StandardCharsets.UTF_8))) {
      List<Long> sold = new ArrayList<>();
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        Matcher matcher = SOLD.matcher(line);
        if (matcher.matches()) {
          sold.add(Long.valueOf(matcher.group(1)));
        }
        if (sold.size() == ACKNOWLEDGED) {
          shop.toHandle().destroyForcibly();
        }
      }
      return sold;
    } finally {
      shop.destroyForcibly().waitFor();
    }
  }
}
