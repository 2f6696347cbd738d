package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.OrderingEngine;
import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.arm.BareArm;
import io.orderingengine.benchmarks.compare.arm.EngineArm;
import io.orderingengine.benchmarks.compare.check.RowSource;
import io.orderingengine.benchmarks.compare.check.RowsConservation;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A store in memory, or maps: made anew for each arm. */
final class MemoryPlace implements Place {
  private final Opening opening;
  private @Nullable RowSource rows;

  MemoryPlace(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("bare", "runs on one thread, whatever --callers says: it has no locks");
  }

  /** The arm makes its rows anew. */
  @Override
  public void putBack() {
    rows = null;
  }

  @Override
  public Arm open(ArmKind kind) {
    OrderingStore store = InMemoryStore.create();
    new RowsAtOpening(opening, store).write();
    rows = new StoreRows(store.queries());
    return switch (kind) {
      case OURS -> new EngineArm(OrderingEngine.builder().store(store).build());
      case DIRECT ->
          new EngineArm(OrderingEngine.builder().store(store).grouping(Grouping.none()).build());
      case BARE -> {
        var bare = new BareArm(rows, opening.firstFreeId());
        rows = bare;
        yield bare;
      }
      default -> throw new IllegalArgumentException(kind + " does not run in memory");
    };
  }

  @Override
  public Optional<Arm> openCounted(ArmKind kind, Traffic traffic) {
    return Optional.empty();
  }

  @Override
  public List<String> drifts(long acknowledged) {
    return new RowsConservation(Objects.requireNonNull(rows), opening).drifts(acknowledged);
  }

  @Override
  public OptionalLong serverNanos() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {}
}
