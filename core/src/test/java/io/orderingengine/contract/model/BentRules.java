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
    bent.put(
        "sells the last unit to nobody",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean suffices(Option option, long quantity) {
                return option.stock > quantity;
              }
            });
    bent.put(
        "takes more off than the total",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              long discount(long price, long total) {
                return price;
              }
            });
    bent.put(
        "lets anyone use a coupon",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean isOwner(Issued issued, User user) {
                return true;
              }
            });
    bent.put(
        "keeps the coupon of a cancelled order",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              void giveBack(Issued issued) {}
            });
    bent.put(
        "writes no refund down",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              void refund(Order order, Instant at) {}
            });
    bent.put(
        "ends a moment too late",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean isOver(Instant end) {
                return now.isAfter(end);
              }
            });
    bent.put(
        "forgets what a key was for",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean isSame(Object content, Object other) {
                return true;
              }
            });
    bent.put(
        "shows an order to anyone",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean isVisible(Order order, Long caller) {
                return true;
              }
            });
    bent.put(
        "lets time run backwards",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              Instant recorded(Stream<Instant> locked) {
                return now;
              }
            });
    bent.put(
        "issues coupons before their time",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean isOpen(Coupon coupon) {
                return true;
              }
            });
    bent.put(
        "issues one coupon too many",
        (start, unpaidFor) ->
            new Model(start, unpaidFor) {
              @Override
              boolean hasLeft(Coupon coupon) {
                return coupon.quantity >= 0;
              }
            });
    return bent;
  }
}
