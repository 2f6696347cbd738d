package io.orderingengine.examples.flashsale;

import io.orderingengine.OrderingEngine;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.user.UserId;
import java.util.List;

/**
 * The race as its callers lived it.
 *
 * @param told what each shopper was told, by the shopper's number
 */
record Race(List<Told> told, Tally.Counts counts, List<Timeline.Sample> timeline) {

  /** Registers the shoppers, opens the doors, and waits until the last has left. */
  static Race run(OrderingEngine engine, Options options, Stages stages) {
    Shop shop = Shop.open(engine, options);
    var users = new UserId[options.shoppers()];
    stages.run(
        "registering",
        options.shoppers(),
        i -> users[i] = Shop.register(engine, i, Plan.of(options, i).purse()),
        () -> {});
    var tally = new Tally();
    var timeline = new Timeline(engine, shop, tally);
    var told = new Told[options.shoppers()];
    stages.run(
        "racing",
        options.shoppers(),
        i -> told[i] = new Shopper(engine, shop, tally, users[i], Plan.of(options, i)).shop(),
        timeline::look);
    return new Race(List.of(told), tally.counts(), timeline.samples());
  }

  double seconds() {
    return timeline.get(timeline.size() - 1).seconds();
  }
}
