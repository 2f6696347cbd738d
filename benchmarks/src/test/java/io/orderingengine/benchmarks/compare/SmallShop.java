package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.place.Place;
import io.orderingengine.benchmarks.compare.place.Places;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.benchmarks.compare.workload.Requests;
import io.orderingengine.benchmarks.compare.workload.Workload;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A shop in H2 with few rows, in which some callers have bought or been issued something. */
final class SmallShop implements AutoCloseable {
  static final int DONE = 40;

  private static final int CALLERS = 4;
  private static final int POOL = 4;

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final Place place;

  private SmallShop(Opening opening) {
    place = Places.given(url, null, null, opening, POOL);
  }

  static SmallShop after(ArmKind kind, Workload workload) throws Exception {
    boolean checkout = workload.isCheckout();
    var opening = new Opening(DONE, 100, checkout ? DONE : 0, DONE);
    var shop = new SmallShop(opening);
    shop.place.putBack();
    try (Arm arm = shop.place.open(kind)) {
      var crowd = new Crowd(CALLERS, arm, new Requests(workload, opening, 1), 0);
      crowd.start();
      crowd.await(Duration.ofMinutes(1));
      crowd.awaitEnd();
      if (crowd.failure().isPresent()) {
        throw crowd.failure().get();
      }
    }
    return shop;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> drifts(long acknowledged) throws SQLException {
    return place.drifts(acknowledged);
  }

  @Override
  public void close() {
    place.close();
  }
}
