package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Call.AddOption;
import io.orderingengine.contract.model.Call.AddProduct;
import io.orderingengine.contract.model.Call.AdjustStock;
import io.orderingengine.contract.model.Call.Cancel;
import io.orderingengine.contract.model.Call.ChangePrice;
import io.orderingengine.contract.model.Call.Charge;
import io.orderingengine.contract.model.Call.CreateCoupon;
import io.orderingengine.contract.model.Call.Expire;
import io.orderingengine.contract.model.Call.FindByKey;
import io.orderingengine.contract.model.Call.Issue;
import io.orderingengine.contract.model.Call.Line;
import io.orderingengine.contract.model.Call.NewOption;
import io.orderingengine.contract.model.Call.Order;
import io.orderingengine.contract.model.Call.PassTime;
import io.orderingengine.contract.model.Call.Pay;
import io.orderingengine.contract.model.Call.Register;
import io.orderingengine.contract.model.Call.SetOnSale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A seeded sequence of calls: a small shop at first, then anything. Few users, options, keys and
 * external ids make them meet often; some of what is named does not exist, belongs to another user,
 * or is too large; a few arguments are bad.
 */
final class RandomCalls {
  private static final int MOST_CALLS = 40;
  private static final long HUGE = Long.MAX_VALUE;

  private final Random random;

  /** The odd value that {@link #odd} has just chosen. */
  private long rare;

  private RandomCalls(long seed) {
    random = new Random(seed);
  }

  static List<Call> of(long seed) {
    return new RandomCalls(seed).sequence();
  }

  private List<Call> sequence() {
    List<Call> calls = new ArrayList<>();
    calls.add(new Register("Ada", null, 500, null));
    calls.add(new Register("Bob", "e1", 30, null));
    calls.add(new AddProduct(null, List.of(option(), option()), null));
    calls.add(new CreateCoupon(5, 2, oneOf(60, 1_800, 9_999), null, null, null, null));
    calls.add(new Issue(1, 1, null));
    Stream.generate(this::call).limit(random.nextInt(MOST_CALLS)).forEach(calls::add);
    return calls;
  }

  private Call call() {
    return switch (random.nextInt(26)) {
      case 0 -> new Register("Eve", externalId(), odd(-1, HUGE) ? rare : oneOf(0, 5, 50), key());
      case 1 -> new Charge(user(), odd(-1, 0, HUGE - 60) ? rare : oneOf(1, 7, 90), key());
      case 2 -> new AddProduct(externalId(), List.of(option()), key());
      case 3 -> new AddOption(1L + random.nextInt(2), option(), key());
      case 4 -> new ChangePrice(option(3), odd(-1, HUGE) ? rare : oneOf(0, 3, 7), key());
      case 5 -> new AdjustStock(option(3), odd(0, -9) ? rare : oneOf(-1, 1, 4), key());
      case 6 -> new SetOnSale(option(3), random.nextInt(4) > 0, key());
      case 7 -> createCoupon();
      case 8, 9, 10 -> new Issue(1L + random.nextInt(2), user(), key());
      case 11, 12, 13, 14 -> order(true);
      case 15, 16, 17 -> order(false);
      case 18, 19 -> new Pay(caller(), order(), key());
      case 20, 21 -> new Cancel(caller(), order(), key());
      case 22 -> new Expire(odd(0) ? 0 : 1 + random.nextInt(3));
      case 23 -> new FindByKey(user(), "k" + random.nextInt(3));
      default -> new PassTime(oneOf(-3_600, -1, 1, 60, 600, 1_799, 1_800, 4_000));
    };
  }

  private Call order(boolean paysNow) {
    List<Line> lines =
        Stream.generate(() -> new Line(option(2), odd(0, HUGE) ? rare : oneOf(1, 1, 1, 2, 2, 3)))
            .limit(random.nextInt(40) == 0 ? 0 : 1 + random.nextInt(3))
            .toList();
    Long coupon = random.nextInt(2) == 0 ? (Long) (1L + random.nextInt(3)) : null;
    Long expected = random.nextInt(8) == 0 ? (Long) oneOf(3, 6, 7, 10) : null;
    String externalId = random.nextInt(8) == 0 ? externalId() : null;
    return new Order(paysNow, user(), lines, coupon, expected, externalId, key());
  }

  private Call createCoupon() {
    Long from = random.nextInt(4) == 0 ? (Long) oneOf(-60, 0, 60) : null;
    Long until = random.nextInt(4) == 0 ? (Long) oneOf(61, 3_600) : null;
    long discount = odd(0) ? rare : oneOf(1, 5, 7, 1_000);
    long quantity = odd(0) ? rare : oneOf(1, 2, 3);
    return new CreateCoupon(
        discount, quantity, oneOf(60, 1_800, 9_999), from, until, externalId(), key());
  }

  private NewOption option() {
    long price = odd(0, HUGE) ? rare : oneOf(3, 7, 10);
    return new NewOption(price, odd(0, 1) ? rare : oneOf(4, 9, 20), externalId());
  }

  /** One of the first options, or seldom one that may not exist. */
  private long option(int most) {
    return 1L + random.nextInt(odd() ? 9 : most);
  }

  private long user() {
    return 1L + random.nextInt(odd() ? 5 : 2);
  }

  private Long caller() {
    return random.nextBoolean() ? null : (Long) user();
  }

  private long order() {
    return 1L + random.nextInt(odd() ? 20 : 4);
  }

  private String key() {
    return random.nextInt(4) == 0 ? "k" + random.nextInt(4) : null;
  }

  private String externalId() {
    return random.nextInt(4) == 0 ? "e" + random.nextInt(4) : null;
  }

  private long oneOf(long... values) {
    return values[random.nextInt(values.length)];
  }

  /** Whether something seldom happens now; if so, {@link #rare} is one of the values. */
  private boolean odd(long... values) {
    boolean now = random.nextInt(16) == 0;
    if (now && values.length > 0) {
      rare = oneOf(values);
    }
    return now;
  }
}
