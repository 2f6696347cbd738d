package io.orderingengine.examples.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts the lines of a file, in file order, and ends with a plan. Used by one thread. */
final class Planner {
  private final Tally<Category> tally = new Tally<>(Category.class);
  private final Tally<Form> forms = new Tally<>(Form.class);
  private final Map<String, Goods> goods = new LinkedHashMap<>();
  private final Purchases purchases = new Purchases();
  private final Returns returns = new Returns();

  void add(Fields fields) {
    Category oddity = Category.oddityOf(fields);
    Category category = oddity == null ? sort(fields.line()) : oddity;
    if (category != null) {
      tally.add(category, fields.number(), fields.units(), fields.money());
    }
    if (category == null || !category.isOdd()) {
      fields
          .forms()
          .forEach(form -> forms.add(form, fields.number(), fields.units(), fields.money()));
    }
  }

  /** The category of a line, or null if only the rest of the file can tell. */
  private @Nullable Category sort(Line line) {
    if (line.isReturn()) {
      return returns.match(line) ? null : Category.UNMATCHED;
    }
    Basket basket = purchases.add(line);
    if (basket == null) {
      return Category.ANOTHER_CUSTOMER;
    }
    goods.computeIfAbsent(line.stockCode(), Goods::new).add(line);
    returns.sold(line, basket);
    return Category.SOLD;
  }

  /** Ends the sorting. */
  Plan plan() {
    List<Return> matched = returns.all();
    for (Return each : matched) {
      each.lines()
          .forEach(line -> tally.add(each.category(), line.number(), line.units(), money(line)));
    }
    return new Plan(tally, forms, List.copyOf(goods.values()), buyers(matched), matched);
  }

  private static BigDecimal money(Line line) {
    return BigDecimal.valueOf(line.money().amount(), 2);
  }

  private List<Buyer> buyers(List<Return> matched) {
    Map<String, List<Step>> steps =
        Stream.<Step>concat(purchases.baskets().stream(), matched.stream().filter(Return::isWhole))
            .sorted(Comparator.comparingInt(Step::number))
            .collect(groupingBy(Step::buyer, LinkedHashMap::new, toList()));
    return steps.entrySet().stream()
        .map(each -> new Buyer(each.getKey(), each.getValue()))
        .toList();
  }
}
