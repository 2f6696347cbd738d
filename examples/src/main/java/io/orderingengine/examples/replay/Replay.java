package io.orderingengine.examples.replay;

import io.orderingengine.OrderingEngine;
import io.orderingengine.examples.console.Stages;
import java.util.List;

/**
 * A replay that is over.
 *
 * @param lines how many lines became orders and cancellations
 * @param seconds from the first buyer to the last, without the opening of the shop
 * @param refusals what the engine refused, which should be nothing
 */
record Replay(long lines, double seconds, List<String> refusals) {

  /** Opens the shop and serves the buyers, each of them on one of the callers' threads. */
  static Replay run(OrderingEngine engine, Plan plan, Stages stages) {
    var shelves = new Shelves(engine);
    List<Goods> goods = plan.goods();
    stages.run("opening", goods.size(), i -> shelves.add(goods.get(i)), () -> {});
    var till = new Till(engine, shelves);
    List<Buyer> buyers = plan.buyers();
    long begin = System.nanoTime();
    stages.run(
        "replaying",
        buyers.size(),
        i -> till.serve(buyers.get(i)),
        plan.linesToReplay(),
        till::lines);
    return new Replay(till.lines(), (System.nanoTime() - begin) / 1e9, till.refusals());
  }

  long linesPerSecond() {
    return Math.round(lines / seconds);
  }
}
