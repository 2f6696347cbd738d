package io.orderingengine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.Grouping;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Virtual threads lead and wait like others, and pin no carrier while they do. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
  private static final int CALLERS = 200;
  private static final String PINNED = "jdk.VirtualThreadPinned";

  /** The release of the sources has no virtual threads. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static List<RecordedEvent> pinnedDuring(Path file, Runnable work) throws Exception {
    try (var recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(PINNED))
        .toList();
  }

  @Test
  void twoHundredVirtualThreadsCheckOutAndPinNothing(@TempDir Path folder) throws Exception {
    var store = new GroupedStore(InMemoryStore.create(), Grouping.of(1, 1_000));
    try (OrderingEngine engine = OrderingEngine.builder().store(store).build()) {
      NewUser rich = NewUser.named("Ada").openingBalance(Money.of(1_000));
      UserId ada = engine.users().register(rich).orElseThrow().id();
      NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(1), CALLERS / 2);
      ProductDetailId red = engine.catalog().add(mug).orElseThrow().details().get(0).id();
      int before = store.transactions();
      List<Outcome<Order>> told = new ArrayList<>();
      List<RecordedEvent> pinned =
          pinnedDuring(
              folder.resolve("pinned.jfr"),
              () -> told.addAll(checkOut(engine, Checkout.by(ada).item(red, 1))));
      assertThat(told.stream().filter(Outcome::isAccepted)).hasSize(CALLERS / 2);
      assertThat(told).hasSize(CALLERS);
      assertThat(store.transactions() - before).as("transactions").isLessThanOrEqualTo(CALLERS);
      if (Runtime.version().feature() >= 25) {
        assertThat(pinned).as("virtual threads that pinned their carrier").isEmpty();
      }
    }
  }

  private static List<Outcome<Order>> checkOut(OrderingEngine engine, Checkout cart) {
    List<Outcome<Order>> told = new ArrayList<>();
    try {
      ExecutorService threads = virtualThreads();
      List<Future<Outcome<Order>>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(threads.submit(() -> engine.orders().checkout(cart)));
      }
      for (Future<Outcome<Order>> call : calls) {
        told.add(call.get(60, TimeUnit.SECONDS));
      }
      threads.shutdown();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return told;
  }

  /** The check of the pins itself: a thread that parks in a class initializer is seen. */
  @Test
  void aPinnedThreadWouldBeSeen(@TempDir Path folder) throws Exception {
    List<RecordedEvent> pinned =
        pinnedDuring(
            folder.resolve("pinned.jfr"),
            () -> {
              try {
                ExecutorService threads = virtualThreads();
                threads.submit(VirtualThreadsTest::parkInAClassInitializer).get();
                threads.shutdown();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(pinned).isNotEmpty();
  }

  private static int parkInAClassInitializer() {
    return Parks.DONE;
  }

  /** Its initializer is called from a native frame, which cannot leave its carrier. */
  private static final class Parks {
    static final int DONE = park();

    private static int park() {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      return 1;
    }
  }
}
