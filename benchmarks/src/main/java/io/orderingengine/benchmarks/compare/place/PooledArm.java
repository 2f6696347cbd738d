package io.orderingengine.benchmarks.compare.place;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import java.sql.SQLException;

/** An arm with a pool of its own. */
record PooledArm(Arm arm, HikariDataSource pool) implements Arm {
  @Override
  public long checkout(Cart cart) throws SQLException {
    return arm.checkout(cart);
  }

  @Override
  public long issue(Claim claim) throws SQLException {
    return arm.issue(claim);
  }

  @Override
  public void close() {
    try (pool) {
      arm.close();
    }
  }
}
