package io.orderingengine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each small example prints what its reader is told to expect. */
final class FeatureMainsTest {
  @Test
  void theFirstTenMinutesEndWithAPaidOrder() {
    List<String> lines = Printed.by(FirstTenMinutesMain::run);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).matches("order \\d+ is paid: 7500");
  }

  @Test
  void anOrderInADatabaseIsReadBackAndMadeOnce(@TempDir Path folder) {
    Path database = folder.resolve("shop");

    List<String> lines = Printed.by(out -> DatabaseMain.run(database, out));

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).matches("checked out: order \\d+ is PAID: 8000");
    assertThat(answer(lines.get(1))).isEqualTo(answer(lines.get(0)));
    assertThat(lines.get(2)).isEqualTo("balance:     42000");
    assertThat(Printed.by(out -> DatabaseMain.run(database, out))).isEqualTo(lines);
  }

  @Test
  void anOrderIsPartOfTheHostsTransaction() {
    List<String> lines = Printed.by(HostTransactionMain::run);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("committed:   order \\d+, parcels: 1");
    assertThat(lines.get(1)).isEqualTo("rolled back: OUT_OF_STOCK, parcels: 1");
  }

  @Test
  void couponsAreIssuedInTheirWindowOnceToEachUntilNoneIsLeft() {
    List<String> lines = Printed.by(CouponsMain::run);

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("Ada, too early: COUPON_NOT_OPEN");
    assertThat(lines.get(1)).matches("Ada, at noon: +coupon \\d+, good until 2030-06-08T12:00:00Z");
    assertThat(answer(lines.get(2))).isEqualTo(answer(lines.get(1)));
    assertThat(lines.get(3)).matches("Bob: +coupon \\d+, .*");
    assertThat(answer(lines.get(3))).isNotEqualTo(answer(lines.get(1)));
    assertThat(lines.get(4)).matches("Eve: +COUPON_SOLD_OUT, .*");
  }

  @Test
  void ordersArePaidLaterCancelledOrExpired() {
    List<String> lines = Printed.by(PayLaterMain::run);

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo("placed 3, to be paid by 2030-06-01T12:30:00Z; in stock: 0");
    assertThat(lines.get(1)).isEqualTo("paid:      PAID");
    assertThat(lines.get(2)).isEqualTo("cancelled: CANCELLED");
    assertThat(lines.get(3)).startsWith("too late:  NOT_PAYABLE, ");
    assertThat(lines.get(4)).isEqualTo("expired:   1; in stock: 2");
  }

  @Test
  void aRetryIsTheSameOrder() {
    List<String> lines = Printed.by(SafeRetryMain::run);

    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).isEqualTo("did it happen? false");
    assertThat(lines.get(1)).matches("sent: +order \\d+");
    assertThat(answer(lines.get(2))).isEqualTo(answer(lines.get(1)));
    assertThat(lines.get(3)).startsWith("with one more: KEY_REUSED, ");
    assertThat(lines.get(4)).isEqualTo("did it happen? true");
    assertThat(lines.get(5)).isEqualTo("balance:       2000");
  }

  @Test
  void pagesShowEachRowOnce() {
    assertThat(Printed.by(PagesMain::run))
        .containsExactly(
            "orders: [700, 600, 500]",
            "orders: [400, 300, 200]",
            "orders: [100]",
            "history: [10000, -100, -200, -300]",
            "history: [-400, -500, -600, -700]");
  }

  private static String answer(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
