package io.orderingengine.contract.model;

import io.orderingengine.contract.model.ModelRows.Coupon;
import io.orderingengine.contract.model.ModelRows.Issued;
import io.orderingengine.contract.model.ModelRows.Option;
import io.orderingengine.contract.model.ModelRows.Order;
import io.orderingengine.contract.model.ModelRows.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Copies of the rules with one bug each: what an engine might get wrong. */
final class BentRules {
  /** Makes a model with a bug. */
  interface Bent {
    Model model(Instant start, Duration unpaidFor);
  }

  static final Map<String, Bent> ALL = all();

  private BentRules() {}

  private static Map<String, Bent> all() {
    Map<String, Bent> bent = new LinkedHashMap<>();
    bent.put("sells the last unit to nobody", Stingy::new);
    bent.put("takes more off than the total", Generous::new);
    bent.put("lets anyone use a coupon", Careless::new);
    bent.put("keeps the coupon of a cancelled order", Keeping::new);
    bent.put("writes no refund down", Unrefunding::new);
    bent.put("ends a moment too late", Late::new);
    bent.put("forgets what a key was for", Forgetful::new);
    bent.put("shows an order to anyone", Indiscreet::new);
    bent.put("lets time run backwards", Backwards::new);
    bent.put("issues coupons before their time", Early::new);
    bent.put("issues one coupon too many", Overissuing::new);
    return bent;
  }

  private static final class Stingy extends Model {
    Stingy(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean suffices(Option option, long quantity) {
      return option.stock > quantity;
    }
  }

  private static final class Generous extends Model {
    Generous(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    long discount(long price, long total) {
      return price;
    }
  }

  private static final class Careless extends Model {
    Careless(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean isOwner(Issued issued, User user) {
      return true;
    }
  }

  private static final class Keeping extends Model {
    Keeping(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    void giveBack(Issued issued) {}
  }

  private static final class Unrefunding extends Model {
    Unrefunding(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    void refund(Order order, Instant at) {}
  }

  private static final class Late extends Model {
    Late(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean isOver(Instant end) {
      return now.isAfter(end);
    }
  }

  private static final class Forgetful extends Model {
    Forgetful(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean isSame(Object content, Object other) {
      return true;
    }
  }

  private static final class Indiscreet extends Model {
    Indiscreet(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean isVisible(Order order, Long caller) {
      return true;
    }
  }

  private static final class Backwards extends Model {
    Backwards(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    Instant recorded(Stream<Instant> locked) {
      return now;
    }
  }

  private static final class Early extends Model {
    Early(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean isOpen(Coupon coupon) {
      return true;
    }
  }

  private static final class Overissuing extends Model {
    Overissuing(Instant start, Duration unpaidFor) {
      super(start, unpaidFor);
    }

    @Override
    boolean hasLeft(Coupon coupon) {
      return coupon.quantity >= 0;
    }
  }
}
