package io.orderingengine.examples.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the invoices buy, gathered into baskets. Used by one thread. */
final class Purchases {
  private final Map<String, Invoice> invoices = new HashMap<>();
  private final List<Basket> baskets = new ArrayList<>();

  /** An invoice with its baskets so far, of which the last is being filled. */
  private record Invoice(String customer, List<Basket> parts) {
    Basket last() {
      return parts.get(parts.size() - 1);
    }
  }

  /** Puts a line into its invoice's basket, or answers null if the invoice is another's. */
  @Nullable Basket add(Line line) {
    Invoice invoice =
        invoices.computeIfAbsent(
            line.invoice(), any -> new Invoice(line.customer(), new ArrayList<>()));
    if (!invoice.customer().equals(line.customer())) {
      return null;
    }
    if (invoice.parts().isEmpty() || !invoice.last().takes(line)) {
      invoice.parts().add(begin(line, invoice.parts().size() + 1));
    }
    invoice.last().add(line);
    return invoice.last();
  }

  private Basket begin(Line line, int part) {
    String name = part == 1 ? line.invoice() : line.invoice() + " part " + part;
    var basket = new Basket(name, line);
    baskets.add(basket);
    return basket;
  }

  /** All baskets, in file order. */
  List<Basket> baskets() {
    return List.copyOf(baskets);
  }
}
