package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import java.sql.SQLException;

/** One way to write a checkout. When a call returns, what it did is committed. Thread-safe. */
public interface Arm extends AutoCloseable {
  /**
   * Places and pays an order.
   *
   * @return the order's id
   * @throws RefusedException if a rule forbids it
   */
  long checkout(Cart cart) throws SQLException;

  /**
   * Issues a coupon to a user.
   *
   * @return the issued coupon's id
   * @throws RefusedException if a rule forbids it
   */
  long issue(Claim claim) throws SQLException;

  @Override
  void close();
}
