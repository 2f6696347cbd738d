package io.orderingengine.examples.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each returned line the order from which it came: its customer's newest earlier one with
 * that stock code of which enough units were not returned before. The price does not matter here; a
 * whole order at another price is not cancelled but left as a refund. Used by one thread.
 */
final class Returns {
  private final Map<Wanted, List<Kept>> kept = new HashMap<>();
  private final Map<Source, List<Line>> matched = new LinkedHashMap<>();

  private record Wanted(String customer, String stockCode) {
    static Wanted by(Line line) {
      return new Wanted(line.customer(), line.stockCode());
    }
  }

  /** Where a C invoice's lines came from. */
  private record Source(String invoice, Basket basket) {}

  /** The units of one stock code in one basket that the customer still has. */
  private static final class Kept {
    final Basket basket;
    long units;

    Kept(Basket basket) {
      this.basket = basket;
    }
  }

  /** Remembers what may come back later. */
  void sold(Line line, Basket basket) {
    List<Kept> earlier = kept.computeIfAbsent(Wanted.by(line), any -> new ArrayList<>());
    Kept known = find(earlier, basket);
    if (known == null) {
      known = new Kept(basket);
      earlier.add(known);
    }
    known.units += line.units();
  }

  private static @Nullable Kept find(List<Kept> earlier, Basket basket) {
    return earlier.stream().filter(each -> each.basket == basket).findFirst().orElse(null);
  }

  /** Matches a returned line; a guest's never is, for no other invoice is the same guest's. */
  boolean match(Line line) {
    List<Kept> earlier =
        line.customer().isEmpty() ? List.of() : kept.getOrDefault(Wanted.by(line), List.of());
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Kept candidate = earlier.get(i);
      if (candidate.units >= -line.units()) {
        candidate.units += line.units();
        var source = new Source(line.invoice(), candidate.basket);
        matched.computeIfAbsent(source, any -> new ArrayList<>()).add(line);
        return true;
      }
    }
    return false;
  }

  /** All that was matched, in file order; complete when the file was read to its end. */
  List<Return> all() {
    return matched.entrySet().stream()
        .map(each -> new Return(each.getKey().invoice(), each.getKey().basket(), each.getValue()))
        .toList();
  }
}
