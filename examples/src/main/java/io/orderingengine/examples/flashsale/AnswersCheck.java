package io.orderingengine.examples.flashsale;

import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.order.Order;
import java.util.List;
import java.util.Set;

/** What the shoppers were told is what the rows have: nothing lost, nothing doubled. */
final class AnswersCheck {
  private final Ledger ledger;
  private final List<Told> told;

  private AnswersCheck(Ledger ledger, List<Told> told) {
    this.ledger = ledger;
    this.told = told;
  }

  static List<Finding> of(Ledger ledger, List<Told> told) {
    var check = new AnswersCheck(ledger, told);
    return List.of(check.orders(), check.coupons(), check.doubleClicks());
  }

  private Finding orders() {
    var check = new Finding.Check("orders told");
    for (int i = 0; i < told.size(); i++) {
      List<Order> said = told.get(i).orders();
      List<Order> kept = ledger.accounts().get(i).orders();
      if (!Set.copyOf(said).equals(Set.copyOf(kept))) {
        check.drift(
            "%s was told %s, the rows have %s".formatted(Shop.nameOf(i), shown(said), shown(kept)));
      }
    }
    long rows = ledger.orders().count();
    check.compare("different ids", rows, ledger.orders().map(Order::id).distinct().count());
    return check.end(Figures.count(rows) + ", just as the rows have them");
  }

  private static List<String> shown(List<Order> orders) {
    return orders.stream()
        .map(order -> "order %s %s v%d".formatted(order.id(), order.status(), order.version()))
        .toList();
  }

  private Finding coupons() {
    var check = new Finding.Check("coupons told");
    for (int i = 0; i < told.size(); i++) {
      List<?> said = told.get(i).coupon().map(IssuedCoupon::id).stream().toList();
      List<?> kept = ledger.accounts().get(i).coupons().stream().map(IssuedCoupon::id).toList();
      if (!said.equals(kept)) {
        check.drift(
            "%s was told coupon %s, the rows have %s".formatted(Shop.nameOf(i), said, kept));
      }
    }
    return check.end(
        Figures.count(ledger.issuedCoupons().count()) + ", just as the rows have them");
  }

  private Finding doubleClicks() {
    var check = new Finding.Check("double clicks");
    long clicks = told.stream().filter(Told::doubleClick).count();
    long two = told.stream().filter(each -> each.doubleClick() && each.orders().size() > 1).count();
    check.compare("with two orders", 0, two);
    return check.end(Figures.count(clicks) + ", none with two orders");
  }
}
