package io.orderingengine.examples;

import io.orderingengine.examples.replay.ReplayRetail;

/**
 * The replay of a file of retail invoices, run by {@code mvn -q -P replay -Dfile=PATH}. It ends
 * with 0 if every line is accounted for, with 1 if a sum differs, more than 5 % of the lines are
 * odd, or the run broke off, and with 2 if an option was bad and nothing ran.
 */
public final class ReplayRetailMain {
  private ReplayRetailMain() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(ReplayRetail.run(System.getProperties(), System.out));
  }
}
