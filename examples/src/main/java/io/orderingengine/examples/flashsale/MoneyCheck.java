package io.orderingengine.examples.flashsale;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.flashsale.Ledger.Account;
import io.orderingengine.order.PaymentStatus;
import java.util.List;

/** Money in is money out, and a balance is the sum of its history. */
final class MoneyCheck {
  private final Opening opening;
  private final Ledger ledger;

  private MoneyCheck(Opening opening, Ledger ledger) {
    this.opening = opening;
    this.ledger = ledger;
  }

  static List<Finding> of(Opening opening, Ledger ledger) {
    var check = new MoneyCheck(opening, ledger);
    return List.of(check.total(), check.histories());
  }

  private Finding total() {
    long charged =
        ledger.accounts().stream()
            .flatMap(account -> account.history().stream())
            .filter(entry -> entry.transactionType() == TransactionType.CHARGE)
            .mapToLong(entry -> entry.amount().amount())
            .sum();
    long kept = ledger.accounts().stream().mapToLong(account -> account.balance().amount()).sum();
    long paid = paid();
    var check = new Finding.Check("money");
    check.compare("charged", opening.purses().amount(), charged);
    check.compare("in balances + paid", charged, kept + paid);
    return check.end(
        "%s charged = %s in balances + %s paid"
            .formatted(Figures.count(charged), Figures.count(kept), Figures.count(paid)));
  }

  private long paid() {
    return ledger
        .liveOrders()
        .filter(order -> order.payment().status() == PaymentStatus.PAID)
        .mapToLong(order -> order.payment().amount().amount())
        .sum();
  }

  private Finding histories() {
    var check = new Finding.Check("balances");
    List<Account> accounts = ledger.accounts();
    for (int i = 0; i < accounts.size(); i++) {
      long balance = accounts.get(i).balance().amount();
      check.compare(Shop.nameOf(i) + ", by history", sum(accounts.get(i).history()), balance);
    }
    return check.end(Figures.count(accounts.size()) + ", each the sum of its history");
  }

  private static long sum(List<BalanceHistory> history) {
    return history.stream().mapToLong(entry -> entry.amount().amount()).sum();
  }
}
