package io.orderingengine.benchmarks.compare.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What callers ask for: the same number of a seed is the same request, always. Immutable. */
public final class Requests {
  private static final int LINES = 3;
  private static final int MOST_LINES = 50;
  private static final int MOST_UNITS = 2;

  private final Workload workload;
  private final Opening opening;
  private final long seed;

  public Requests(Workload workload, Opening opening, long seed) {
    this.workload = workload;
    this.opening = opening;
    this.seed = seed;
  }

  /** How many there are. */
  public int size() {
    return opening.requests();
  }

  public boolean areCheckouts() {
    return workload.isCheckout();
  }

  /** A checkout with a coupon of its own, by the coupon's owner. */
  public Cart cart(int number) {
    var random = new SplittableRandom(seed * opening.requests() + number);
    List<Line> lines = lines(random);
    long total = 0;
    for (Line line : lines) {
      total += Opening.price(line.sku() - opening.beforeSkus()) * line.quantity();
    }
    long coupon = number + 1L;
    long issued = opening.beforeIssued() + coupon;
    return new Cart(opening.owner(coupon), lines, issued, total, key(number));
  }

  /** The idempotency key of a checkout. */
  public static String key(int number) {
    return "k" + number;
  }

  /** A coupon for a user who has none yet. */
  public Claim claim(int number) {
    return new Claim(opening.owner(number + 1L), opening.beforeCoupons() + 1);
  }

  /** The hot option has the highest id: who locks in the order of ids holds it the shortest. */
  private List<Line> lines(SplittableRandom random) {
    int size = workload == Workload.LINES ? random.nextInt(1, MOST_LINES + 1) : LINES;
    Set<Integer> skus = new HashSet<>(2 * size);
    if (workload == Workload.HOT) {
      skus.add(opening.skus());
    }
    while (skus.size() < size) {
      skus.add(random.nextInt(1, opening.skus() + 1));
    }
    List<Line> lines = new ArrayList<>(size);
    for (int sku : skus) {
      lines.add(new Line(opening.beforeSkus() + sku, random.nextInt(1, MOST_UNITS + 1)));
    }
    lines.sort(Comparator.comparingLong(Line::sku));
    return lines;
  }
}
