package io.orderingengine.contract.model;

import java.util.List;

/**
 * One call of the engine as data. What it refers to is named by the order of creation: user 1 is
 * the first that was registered, option 3 the third that was added, whatever ids a store gives
 * them. A key, an external id, a coupon or a user that is not given is null.
 */
sealed interface Call {

  record Register(String name, String externalId, long opening, String key) implements Call {}

  record Charge(long user, long amount, String key) implements Call {}

  record NewOption(long price, long stock, String externalId) {}

  record AddProduct(String externalId, List<NewOption> options, String key) implements Call {}

  record AddOption(long product, NewOption option, String key) implements Call {}

  record ChangePrice(long option, long price, String key) implements Call {}

  record AdjustStock(long option, long units, String key) implements Call {}

  record SetOnSale(long option, boolean onSale, String key) implements Call {}

  /** The window is given in seconds from the start of all time in a test. */
  record CreateCoupon(
      long discount,
      long quantity,
      long validSeconds,
      Long openFrom,
      Long openUntil,
      String externalId,
      String key)
      implements Call {}

  record Issue(long coupon, long user, String key) implements Call {}

  record Line(long option, long quantity) {}

  record Order(
      boolean paysNow,
      long user,
      List<Line> lines,
      Long issuedCoupon,
      Long expectedTotal,
      String externalId,
      String key)
      implements Call {}

  record Pay(Long user, long order, String key) implements Call {}

  record Cancel(Long user, long order, String key) implements Call {}

  record Expire(int max) implements Call {}

  record FindByKey(long user, String key) implements Call {}

  /** Moves the clock, which may go back. */
  record PassTime(long seconds) implements Call {}
}
