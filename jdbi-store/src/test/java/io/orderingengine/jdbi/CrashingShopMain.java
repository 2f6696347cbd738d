package io.orderingengine.jdbi;

import io.orderingengine.order.Order;
import java.time.Duration;

/** A shop on an H2 file that tells what it sells, line by line, until it is killed. */
final class CrashingShopMain {
  private static final int CALLERS = 4;

  private CrashingShopMain() {}

  public static void main(String[] arguments) {
    var pool = TestDatabase.pool(H2Databases.dataSource(arguments[0]));
    Schema.in(pool).createIfMissing();
    var shop = new MugShop(JdbiStore.ownTransactions(pool).build(), Duration.ofSeconds(10));
    for (int i = 0; i < CALLERS; i++) {
      new Thread(() -> sell(shop)).start();
    }
  }

  private static void sell(MugShop shop) {
    while (true) {
      Order order = shop.buy().orElseThrow();
      System.out.println("sold " + order.id().value() + ".");
    }
  }
}
