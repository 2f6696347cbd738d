package io.orderingengine.examples.replay;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.replay.Ledger.Account;
import io.orderingengine.value.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stocks and balances hold what came back with the cancelled orders, and nothing else. */
final class BooksCheck {
  private final Plan plan;
  private final Ledger ledger;

  private BooksCheck(Plan plan, Ledger ledger) {
    this.plan = plan;
    this.ledger = ledger;
  }

  static List<Finding> of(Plan plan, Ledger ledger) {
    var check = new BooksCheck(plan, ledger);
    return List.of(check.stock(), check.money(), check.balances());
  }

  private Finding stock() {
    var check = new Finding.Check("stock");
    Map<Sku, Long> accounted = accounted();
    long all = 0;
    for (Goods goods : plan.goods()) {
      for (Map.Entry<Sku, Long> opened : goods.units().entrySet()) {
        long found = accounted.getOrDefault(opened.getKey(), 0L);
        check.compare(opened.getKey() + ", sold + left", opened.getValue(), found);
        all += opened.getValue();
      }
    }
    long sold = Ledger.allUnits(ledger.live());
    return check.end(
        "%s = %s sold + %s left, option by option"
            .formatted(Figures.count(all, "unit"), Figures.count(sold), Figures.count(all - sold)));
  }

  /** The units of each option in live orders and on the shelf. */
  private Map<Sku, Long> accounted() {
    Map<ProductDetailId, Long> sold = Ledger.units(ledger.live());
    Map<Sku, Long> accounted = new HashMap<>();
    for (Product product : ledger.products()) {
      for (ProductDetail option : product.details()) {
        var sku = new Sku(String.valueOf(product.externalId()), option.price().amount());
        accounted.merge(sku, option.stock() + sold.getOrDefault(option.id(), 0L), Long::sum);
      }
    }
    return accounted;
  }

  private Finding money() {
    var check = new Finding.Check("money");
    Money charged = sum(entries(TransactionType.CHARGE));
    Money paid = Ledger.money(ledger.live());
    Money kept = ledger.accounts().stream().map(Account::balance).reduce(Money.ZERO, Money::plus);
    Money need = plan.buyers().stream().map(Buyer::need).reduce(Money.ZERO, Money::plus);
    check.compare("charged", Figures.money(need), Figures.money(charged));
    check.compare("in balances + paid", Figures.money(charged), Figures.money(kept.plus(paid)));
    return check.end(
        "%s charged = %s in balances + %s paid"
            .formatted(Figures.money(charged), Figures.money(kept), Figures.money(paid)));
  }

  private Stream<BalanceHistory> entries(TransactionType type) {
    return ledger.accounts().stream()
        .flatMap(account -> account.history().stream())
        .filter(entry -> entry.transactionType() == type);
  }

  private static Money sum(Stream<BalanceHistory> entries) {
    return entries.map(BalanceHistory::amount).reduce(Money.ZERO, Money::plus);
  }

  private Finding balances() {
    var check = new Finding.Check("balances");
    for (int i = 0; i < plan.buyers().size(); i++) {
      Buyer buyer = plan.buyers().get(i);
      Account account = ledger.accounts().get(i);
      String kept = Figures.money(account.balance());
      check.compare(
          buyer.name() + ", by history", Figures.money(sum(account.history().stream())), kept);
      check.compare(buyer.name() + ", by cancelled orders", Figures.money(buyer.refunded()), kept);
    }
    return check.end(
        Figures.count(plan.buyers().size())
            + ", each the sum of its history and of its cancelled orders");
  }
}
