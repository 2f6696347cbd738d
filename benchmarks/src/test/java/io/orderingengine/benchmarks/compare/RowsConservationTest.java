package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.arm.BareArm;
import io.orderingengine.benchmarks.compare.check.RowSource;
import io.orderingengine.benchmarks.compare.check.RowsConservation;
import io.orderingengine.benchmarks.compare.place.Place;
import io.orderingengine.benchmarks.compare.place.Places;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.benchmarks.compare.workload.Requests;
import io.orderingengine.benchmarks.compare.workload.Workload;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same check of rows in memory. */
class RowsConservationTest {
  private static final int DONE = 10;
  private static final Opening OPENING = new Opening(DONE, 100, DONE, DONE);

  @ParameterizedTest
  @EnumSource(names = {"OURS", "DIRECT", "BARE"})
  void passesWhatTheArmsWrite(ArmKind kind) throws Exception {
    try (Place place = Places.memory(OPENING);
        var arm = place.open(kind)) {
      var requests = new Requests(Workload.UNIFORM, OPENING, 1);
      for (int i = 0; i < DONE; i++) {
        arm.checkout(requests.cart(i));
      }
      assertThat(place.drifts(DONE)).isEmpty();
      assertThat(place.drifts(DONE + 1)).singleElement().asString().contains("acknowledged");
    }
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    try (Place place = Places.memory(OPENING)) {
      BareArm bare = (BareArm) place.open(ArmKind.BARE);
      bare.checkout(new Requests(Workload.UNIFORM, OPENING, 1).cart(0));
      assertThat(drifts(bare, Table.PAYMENTS)).anyMatch(drift -> drift.contains("payments of"));
      assertThat(drifts(bare, Table.BALANCE_HISTORIES))
          .anyMatch(drift -> drift.contains("by its history"));
      assertThat(drifts(bare, Table.ORDER_ITEMS))
          .anyMatch(drift -> drift.contains("stock of option"));
      assertThat(drifts(bare, Table.EVENTS)).anyMatch(drift -> drift.contains("events of order"));
    }
  }

  private static List<String> drifts(RowSource all, Table<?> without) {
    return new RowsConservation(new Lossy(all, without), OPENING).drifts(1);
  }

  /** Loses the first row of a table. */
  private record Lossy(RowSource rows, Table<?> without) implements RowSource {
    @Override
    public <R extends Row> void each(Table<R> table, Consumer<R> reader) {
      var lost = new AtomicBoolean(table != without);
      rows.each(
          table,
          row -> {
            if (lost.getAndSet(true)) {
              reader.accept(row);
            }
          });
    }

    @Override
    public boolean hasKey(long user, String key) {
      return rows.hasKey(user, key);
    }
  }
}
