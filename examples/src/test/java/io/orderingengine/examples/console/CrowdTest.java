package io.orderingengine.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class CrowdTest {
  @Test
  void eachTurnIsTakenOnce() {
    var taken = new AtomicIntegerArray(1_000);
    List<Long> seen = new ArrayList<>();

    Crowd.run(8, 1_000, taken::incrementAndGet, seen::add);

    for (int i = 0; i < taken.length(); i++) {
      assertThat(taken.get(i)).isEqualTo(1);
    }
    assertThat(seen).startsWith(0L).endsWith(1_000L).isSorted();
  }

  @Test
  void allCallersAreThereAtOnce() {
    var barrier = new CyclicBarrier(8);

    Crowd.run(8, 8, i -> await(barrier), done -> {});

    assertThat(barrier.getNumberWaiting()).isZero();
  }

  @Test
  void aFailedTurnEndsTheRun() {
    var broken = new IllegalArgumentException("broken");

    assertThatThrownBy(() -> Crowd.run(2, 10, i -> fail(broken), done -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(broken);
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
