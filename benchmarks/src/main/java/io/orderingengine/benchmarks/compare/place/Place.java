package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the rows are kept. One arm at a time works on them. */
public interface Place extends AutoCloseable {
  /** What speed and durability depend on, as it is in force. */
  Map<String, String> settings() throws SQLException;

  /** Puts every row back into the state in which the shop opens. */
  void putBack() throws SQLException;

  Arm open(ArmKind kind) throws SQLException;

  /** The same arm on the same rows, counted in what it sends, if it sends anything. */
  Optional<Arm> openCounted(ArmKind kind, Traffic traffic) throws SQLException;

  /**
   * What does not add up among the rows, in words.
   *
   * @param acknowledged how many orders, or issued coupons, callers were told of
   */
  List<String> drifts(long acknowledged) throws SQLException;

  /** The processor time that the database's own processes have used, if they can be seen. */
  OptionalLong serverNanos();

  @Override
  void close();
}
