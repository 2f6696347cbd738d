package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Call.AddOption;
import io.orderingengine.contract.model.Call.AdjustStock;
import io.orderingengine.contract.model.Call.Cancel;
import io.orderingengine.contract.model.Call.ChangePrice;
import io.orderingengine.contract.model.Call.Charge;
import io.orderingengine.contract.model.Call.Expire;
import io.orderingengine.contract.model.Call.FindByKey;
import io.orderingengine.contract.model.Call.Issue;
import io.orderingengine.contract.model.Call.PassTime;
import io.orderingengine.contract.model.Call.Pay;
import io.orderingengine.contract.model.Call.SetOnSale;
import io.orderingengine.contract.model.Numbers.Kind;

/** What calls refer to: so that it is known whether one can be made before another has returned. */
final class References {
  private References() {}

  /** Whether a call is a read, or begins with one that the calls before it would change. */
  static boolean standsAlone(Call call) {
    return call instanceof Expire || call instanceof FindByKey || call instanceof PassTime;
  }

  /** Whether all that a call refers to has been made by a call that has returned. */
  static boolean areKnown(Call call, Numbers numbers) {
    if (call instanceof Charge c) {
      return numbers.isKnown(Kind.USER, c.user());
    } else if (call instanceof AddOption c) {
      return numbers.isKnown(Kind.PRODUCT, c.product());
    } else if (call instanceof ChangePrice c) {
      return numbers.isKnown(Kind.OPTION, c.option());
    } else if (call instanceof AdjustStock c) {
      return numbers.isKnown(Kind.OPTION, c.option());
    } else if (call instanceof SetOnSale c) {
      return numbers.isKnown(Kind.OPTION, c.option());
    } else if (call instanceof Issue c) {
      return numbers.isKnown(Kind.COUPON, c.coupon()) && numbers.isKnown(Kind.USER, c.user());
    } else if (call instanceof Call.Order c) {
      return areKnown(c, numbers);
    } else if (call instanceof Pay c) {
      return areKnown(c.user(), c.order(), numbers);
    } else if (call instanceof Cancel c) {
      return areKnown(c.user(), c.order(), numbers);
    }
    return true;
  }

  private static boolean areKnown(Call.Order c, Numbers numbers) {
    return numbers.isKnown(Kind.USER, c.user())
        && c.lines().stream().allMatch(line -> numbers.isKnown(Kind.OPTION, line.option()))
        && (c.issuedCoupon() == null || numbers.isKnown(Kind.ISSUED, c.issuedCoupon()));
  }

  private static boolean areKnown(Long user, long order, Numbers numbers) {
    return numbers.isKnown(Kind.ORDER, order) && (user == null || numbers.isKnown(Kind.USER, user));
  }
}
