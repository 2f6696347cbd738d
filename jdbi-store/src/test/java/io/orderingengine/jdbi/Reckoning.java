package io.orderingengine.jdbi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.contract.Conservation;
import io.orderingengine.event.EventType;
import io.orderingengine.jdbi.Told.Answer;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the callers of two processes were told, against the rows and against each other. */
final class Reckoning {
  static final String NO_FAILURE = "calls that ended with an exception, and conflicts";
  static final String IN_THE_ROWS = "orders in the rows = orders told";
  static final String ONE_CALL = "calls that were told the same order";
  static final String ONE_ORDER = "orders told under one key";
  static final String BOTH_TOLD = "processes that were told the order of the key";
  static final String ONE_CONTENT = "refusals of a key with two contents";
  static final String CHARGED_ONCE = "charges in the rows = keys of charges";
  static final String EXPIRED_ONCE = "orders expired, as told and as the events say";
  static final String SAME_COUPON = "answers to both processes about one coupon of one user";
  static final String DISTINCT_IDS = "ids that two rows have";
  static final String IN_ORDER = "events of an order that are out of order";
  static final String CONTENTION = "sales of scarce options that followed one of the other process";
  static final String REFUSED = "reasons for which a process was refused";

  private static final Set<String> ORDERING =
      Set.of("sure", "scarce", "own", "named", "used", "twisted", "placed");

  private final List<List<Told>> processes;
  private final List<Told> all;
  private final OrderingStore books;
  private final Set<Long> orders;

  Reckoning(List<List<Told>> processes, OrderingStore books) {
    this.processes = processes;
    this.books = books;
    all = processes.stream().flatMap(List::stream).toList();
    orders = rows(Table.ORDERS).stream().map(OrderRow::id).collect(toSet());
  }

  private <R extends Row> List<R> rows(Table<R> table) {
    return books.queries().chunk(table, 0, TillShop.ALL);
  }

  int orders() {
    return orders.size();
  }

  /** How often each reason was given. */
  Map<String, Integer> refusals() {
    var counts = new TreeMap<String, Integer>();
    all.stream()
        .filter(told -> told.answer() == Answer.REFUSED)
        .forEach(told -> counts.merge(told.detail(), 1, Integer::sum));
    return counts;
  }

  void assertHolds() {
    assertThat(all.stream().filter(told -> told.answer() == Answer.FAILED))
        .as(NO_FAILURE)
        .isEmpty();
    ordersAreThoseTold();
    keys();
    coupons();
    charges();
    expired();
    ids();
    events();
    contention();
    Conservation.assertHolds(books);
  }

  private static Stream<Told> ordering(List<Told> told) {
    return told.stream()
        .filter(Told::isAccepted)
        .filter(one -> ORDERING.stream().anyMatch(one::is));
  }

  private Stream<Told> of(String kind) {
    return all.stream().filter(told -> told.is(kind));
  }

  private void ordersAreThoseTold() {
    Map<Long, Set<String>> calls =
        ordering(all).collect(groupingBy(Told::id, mapping(Told::call, toSet())));
    assertThat(calls.values()).as(ONE_CALL).allSatisfy(names -> assertThat(names).hasSize(1));
    assertThat(orders).as(IN_THE_ROWS).isEqualTo(calls.keySet());
  }

  /** The name of a call without a key tells its process: such a call is made once. */
  private void keys() {
    Map<String, List<Long>> told =
        ordering(all).collect(groupingBy(Told::call, mapping(Told::id, toList())));
    told.forEach((call, ids) -> assertThat(Set.copyOf(ids)).as(ONE_ORDER + " " + call).hasSize(1));
    Stream.of("sure", "placed")
        .flatMap(this::of)
        .map(Told::call)
        .forEach(
            call ->
                assertThat(told.getOrDefault(call, List.of()))
                    .as(BOTH_TOLD + " " + call)
                    .hasSize(2));
    Map<String, Set<Answer>> twisted =
        of("twisted").collect(groupingBy(Told::call, mapping(Told::answer, toSet())));
    assertThat(twisted.values())
        .as(ONE_CONTENT)
        .isNotEmpty()
        .containsOnly(Set.of(Answer.ACCEPTED, Answer.REFUSED));
  }

  /** A coupon once sold out stays so: both processes get the same one, or none. */
  private void coupons() {
    Map<String, Set<String>> issued =
        of("issued").collect(groupingBy(Told::call, mapping(Told::detail, toSet())));
    assertThat(issued.values())
        .as(SAME_COUPON)
        .isNotEmpty()
        .allSatisfy(answers -> assertThat(answers).hasSize(1));
  }

  private void charges() {
    long keys = of("charged").map(Told::call).distinct().count();
    assertThat(
            rows(Table.BALANCE_HISTORIES).stream()
                .filter(row -> row.transactionType() == TransactionType.CHARGE)
                .filter(row -> row.amount() == TillShop.CHARGE))
        .as(CHARGED_ONCE)
        .hasSize(Math.toIntExact(keys));
  }

  private void expired() {
    long told = of("expired").mapToLong(Told::id).sum();
    assertThat(
            rows(Table.EVENTS).stream()
                .filter(event -> event.type() == EventType.ORDER_EXPIRED)
                .count())
        .as(EXPIRED_ONCE)
        .isPositive()
        .isEqualTo(told);
  }

  /** A balance has its user's id; every other id comes from the one counter. */
  private void ids() {
    var seen = new HashSet<Long>();
    List<String> twice = new ArrayList<>();
    for (Table<?> table : Table.ALL) {
      if (table != Table.BALANCES) {
        rows(table).stream()
            .filter(row -> !seen.add(row.id()))
            .forEach(row -> twice.add(table + " " + row.id()));
      }
    }
    assertThat(twice).as(DISTINCT_IDS).isEmpty();
  }

  private void events() {
    Map<Long, List<EventRow>> events =
        rows(Table.EVENTS).stream()
            .filter(event -> event.version() > 0)
            .sorted(Comparator.comparing(EventRow::version))
            .collect(groupingBy(EventRow::subjectId));
    assertThat(events.keySet()).as(IN_ORDER).isEqualTo(orders);
    for (List<EventRow> one : events.values()) {
      assertThat(one)
          .as(IN_ORDER)
          .extracting(EventRow::version)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, one.size()).boxed().toList());
      assertThat(one).as(IN_ORDER).extracting(EventRow::createdAt).isSorted();
    }
  }

  /** Who sold is known of calls without a key: another process cannot have been told the order. */
  private void contention() {
    List<Set<Long>> own = new ArrayList<>();
    for (List<Told> told : processes) {
      own.add(ordering(told).filter(one -> one.is("own")).map(Told::id).collect(toSet()));
      List<String> reasons =
          told.stream()
              .filter(one -> one.answer() == Answer.REFUSED)
              .map(Told::detail)
              .distinct()
              .toList();
      assertThat(reasons)
          .as(REFUSED)
          .contains("OUT_OF_STOCK", "COUPON_SOLD_OUT", "INSUFFICIENT_BALANCE", "KEY_REUSED")
          .contains("EXTERNAL_ID_TAKEN", "COUPON_ALREADY_USED");
    }
    assertThat(changesOfHands(own)).as(CONTENTION).isGreaterThan(10);
  }

  /** How often two sales of one option in succession were of different processes. */
  private int changesOfHands(List<Set<Long>> own) {
    Map<Long, List<OrderItemRow>> sales =
        rows(Table.ORDER_ITEMS).stream()
            .filter(item -> own.stream().anyMatch(orders -> orders.contains(item.orderId())))
            .sorted(Comparator.<OrderItemRow, Instant>comparing(OrderItemRow::createdAt))
            .collect(groupingBy(OrderItemRow::productDetailId));
    int changes = 0;
    for (List<OrderItemRow> one : sales.values()) {
      for (int i = 1; i < one.size(); i++) {
        boolean first = own.get(0).contains(one.get(i - 1).orderId());
        changes += first == own.get(0).contains(one.get(i).orderId()) ? 0 : 1;
      }
    }
    return changes;
  }
}
