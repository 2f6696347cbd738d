package io.orderingengine.examples.replay;

import static io.orderingengine.examples.replay.RetailLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.Product;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.console.LocalStorage;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.examples.replay.Ledger.Account;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Order;
import io.orderingengine.value.Money;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof accepts a sound replay, and names each thing that was tampered with. */
final class ProofTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file =
        RetailLines.file(
            folder,
            line("1", "A", 2, "1.00"),
            line("1", "B", 1, "1.00"),
            line("2", "A", 3, "2.00"),
            line("3", "C", 5, "3.00", "13000"),
            line("C4", "C", -5, "3.00", "13000"),
            line("5", "D", 10, "1.00", ""),
            line("6", "A", 2, "0"),
            line("C7", "Z", -2, "0.50"));
  }

  @Test
  void aSoundReplayHasNoDrift() {
    assertThat(drifts(any -> true, ledger -> ledger)).isEmpty();
  }

  @Test
  void aReaderThatDropsALine() {
    assertThat(drifts(fields -> fields.number() != 3, ledger -> ledger))
        .containsExactly(
            "lines of the file: in the categories: 8 expected, 7 found",
            "units of the file: in the categories: 16 expected, 15 found",
            "money of the file: in the categories: 18.00 expected, 17.00 found");
  }

  @Test
  void aCategoryThatIsForgotten() {
    assertThat(drifts(fields -> Category.oddityOf(fields) != Category.ZERO_PRICE, ledger -> ledger))
        .containsExactly(
            "lines of the file: in the categories: 8 expected, 7 found",
            "units of the file: in the categories: 16 expected, 14 found");
  }

  @Test
  void anOrderThatIsLost() {
    assertThat(drifts(any -> true, ledger -> with(ledger, 2, ProofTest::withoutOrders)))
        .containsExactly(
            "invoices: invoice 5: 10 units for 10.00, PAID expected, nothing found;"
                + " orders: 4 expected, 3 found",
            "sold: units: 21 expected, 11 found; money: 34.00 expected, 24.00 found",
            "stock: D at 1.00, sold + left: 10 expected, 0 found",
            "money: in balances + paid: 34.00 expected, 24.00 found");
  }

  @Test
  void anOrderTooMany() {
    assertThat(drifts(any -> true, ledger -> with(ledger, 0, each -> foreign(each, ledger))))
        .contains(
            "invoices: orders: 4 expected, 5 found",
            "sold: units: 21 expected, 31 found; money: 34.00 expected, 44.00 found");
  }

  @Test
  void aBalanceThatMoved() {
    assertThat(drifts(any -> true, ledger -> with(ledger, 1, ProofTest::richer)))
        .containsExactly(
            "money: in balances + paid: 34.00 expected, 34.01 found",
            "balances: 13000, by history: 15.00 expected, 15.01 found;"
                + " 13000, by cancelled orders: 15.00 expected, 15.01 found");
  }

  @Test
  void aProductThatIsGone() {
    assertThat(drifts(any -> true, ProofTest::withoutFirstProduct))
        .singleElement()
        .asString()
        .startsWith("stock: ");
  }

  @Test
  void aRefusalOfTheEngine() {
    Plan plan = RetailLines.plan(file);
    var replay = new Replay(0, 1, List.of("invoice 1: OUT_OF_STOCK, too late"));

    assertThat(OrderCheck.of(plan, replay, new Ledger(List.of(), nobody(plan))))
        .contains(new Finding("refusals", false, "invoice 1: OUT_OF_STOCK, too late"));
  }

  @Test
  void aCustomerWhoseInvoicesChangedPlaces() {
    Plan plan = RetailLines.plan(file);

    Result result = result(plan, backwards(plan), ledger -> ledger);

    assertThat(drifts(result))
        .containsExactly("invoices: invoice 2 was ordered before the one above it");
  }

  /** The plan with the steps of the first buyer in the wrong order. */
  private static Plan backwards(Plan plan) {
    List<Buyer> buyers = new ArrayList<>(plan.buyers());
    List<Step> steps = new ArrayList<>(buyers.get(0).steps());
    Collections.reverse(steps);
    buyers.set(0, new Buyer(buyers.get(0).name(), steps));
    return new Plan(plan.tally(), plan.forms(), plan.goods(), buyers, plan.returns());
  }

  /** What the proof says of a replay that read only some lines, and of a ledger tampered with. */
  private List<String> drifts(Predicate<Fields> reads, UnaryOperator<Ledger> tamper) {
    var planner = new Planner();
    RetailFile.read(
        file,
        fields -> {
          if (reads.test(fields)) {
            planner.add(fields);
          }
        });
    Plan plan = planner.plan();
    return drifts(result(plan, plan, tamper));
  }

  private static List<String> drifts(Result result) {
    List<String> drifts =
        result.findings().stream()
            .filter(finding -> !finding.ok())
            .map(finding -> finding.subject() + ": " + finding.text())
            .toList();
    assertThat(result.verdict().startsWith("DRIFT: ")).isEqualTo(!drifts.isEmpty());
    return drifts;
  }

  private Result result(Plan plan, Plan replayed, UnaryOperator<Ledger> tamper) {
    var options = new Options(file, 4, LocalStorage.MEMORY, folder.resolve("none.png"));
    var stages = new Stages(4, new PrintStream(OutputStream.nullOutputStream()));
    FileTotals totals = FileTotals.of(file);
    try (var engine = OrderingEngine.builder().store(InMemoryStore.create()).build()) {
      Replay replay = Replay.run(engine, replayed, stages);
      Ledger ledger = tamper.apply(Ledger.read(engine, plan, stages));
      List<Finding> findings = Proof.check(totals, plan, replay, ledger);
      return new Result(options, "in memory", file, totals, plan, replay, ledger, findings);
    }
  }

  private static List<Account> nobody(Plan plan) {
    return plan.buyers().stream()
        .map(buyer -> new Account(buyer.name(), Money.ZERO, List.of(), List.of()))
        .toList();
  }

  private static Ledger with(Ledger ledger, int buyer, UnaryOperator<Account> change) {
    List<Account> accounts = new ArrayList<>(ledger.accounts());
    accounts.set(buyer, change.apply(accounts.get(buyer)));
    return new Ledger(ledger.products(), accounts);
  }

  private static Account withoutOrders(Account account) {
    return new Account(account.name(), account.balance(), account.history(), List.of());
  }

  private static Account richer(Account account) {
    Money more = account.balance().plus(Money.of(1));
    return new Account(account.name(), more, account.history(), account.orders());
  }

  /** The account with the guest's order too. */
  private static Account foreign(Account account, Ledger ledger) {
    List<Order> orders = new ArrayList<>(account.orders());
    orders.addAll(ledger.accounts().get(2).orders());
    return new Account(account.name(), account.balance(), account.history(), orders);
  }

  private static Ledger withoutFirstProduct(Ledger ledger) {
    List<Product> fewer = ledger.products().subList(1, ledger.products().size());
    return new Ledger(fewer, ledger.accounts());
  }
}
