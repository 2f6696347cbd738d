package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to write a checkout writes rows that add up. */
class ArmsTest {
  @ParameterizedTest
  @CsvSource({
    "OURS, HOT",
    "DIRECT, LINES",
    "JDBC, HOT",
    "JDBC, LINES",
    "JPA, LINES",
    "OURS, ISSUE",
    "JDBC, ISSUE",
    "JPA, ISSUE",
  })
  void writesRowsThatAddUp(ArmKind kind, Workload workload) throws Exception {
    try (SmallShop shop = SmallShop.after(kind, workload)) {
      assertThat(shop.drifts(SmallShop.DONE)).isEmpty();
    }
  }
}
