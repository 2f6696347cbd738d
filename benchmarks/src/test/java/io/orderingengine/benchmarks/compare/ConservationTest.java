package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of conservation finds every drift that is planted, and names it. */
class ConservationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stock of option               | UPDATE ordering_product_details SET stock = stock + 1 WHERE id = (SELECT MIN(product_detail_id) FROM ordering_order_item)
          by its history                | DELETE FROM ordering_balance_history WHERE id = (SELECT MAX(id) FROM ordering_balance_history)
          by its payments               | UPDATE ordering_balance SET balance = balance - 1 WHERE id = 1
          number of payments of order   | DELETE FROM ordering_payment WHERE id = (SELECT MIN(id) FROM ordering_payment)
          number of payments of order   | UPDATE ordering_payment SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM ordering_payment)
          total of order                | UPDATE ordering_order_item SET unit_price = unit_price + 1 WHERE id = (SELECT MIN(id) FROM ordering_order_item)
          discount of order             | UPDATE ordering_order_item SET discount_share = discount_share + 1 WHERE id = (SELECT MIN(id) FROM ordering_order_item)
          number of events of order     | DELETE FROM ordering_event WHERE id = (SELECT MIN(id) FROM ordering_event)
          orders with issued coupon     | UPDATE ordering_issued_coupon SET status = 'ISSUED', used_at = NULL WHERE id = (SELECT MIN(issued_coupon_id) FROM ordering_order)
          quantity of coupon            | UPDATE ordering_coupon SET opening_quantity = opening_quantity + 1
          number of orders that were    | INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at) VALUES (1, 'ORDER_CHECKED_OUT', 1, 1, 1, 1, CURRENT_TIMESTAMP)
          number of keys                | DELETE FROM ordering_command_key WHERE result_id = (SELECT MIN(id) FROM ordering_order)
          number acknowledged is 40     | INSERT INTO ordering_order (id, user_id, issued_coupon_id, order_date, status, total_amount, discount_amount, payment_amount, version, created_at, modified_at) SELECT 1, user_id, issued_coupon_id, order_date, status, total_amount, discount_amount, payment_amount, version, created_at, modified_at FROM ordering_order WHERE id = (SELECT MIN(id) FROM ordering_order)
          """)
  void namesWhatDrifted(String message, String plant) throws Exception {
    try (SmallShop shop = SmallShop.after(ArmKind.JDBC, Workload.UNIFORM)) {
      assertThat(shop.drifts(SmallShop.DONE)).as("before the plant").isEmpty();
      shop.execute(plant);
      assertThat(shop.drifts(SmallShop.DONE)).anyMatch(drift -> drift.contains(message));
    }
  }

  @Test
  void missesNoCouponThatWasIssuedInVain() throws Exception {
    try (SmallShop shop = SmallShop.after(ArmKind.JDBC, Workload.ISSUE)) {
      shop.execute("UPDATE ordering_coupon SET quantity = quantity + 1");
      assertThat(shop.drifts(SmallShop.DONE))
          .singleElement()
          .asString()
          .contains("quantity of coupon");
    }
  }

  @Test
  void missesNoAcknowledgedOrder() throws Exception {
    try (SmallShop shop = SmallShop.after(ArmKind.JDBC, Workload.UNIFORM)) {
      assertThat(shop.drifts(SmallShop.DONE + 1))
          .containsExactly("number acknowledged is 41, but its entries make 40");
    }
  }
}
