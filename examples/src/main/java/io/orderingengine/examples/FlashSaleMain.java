package io.orderingengine.examples;

import io.orderingengine.examples.flashsale.FlashSale;

/**
 * The flash sale, run by {@code mvn -q -P flash-sale}. It ends with 0 if nothing drifted, with 1 if
 * something did or the run broke off, and with 2 if an option was bad and nothing ran.
 */
public final class FlashSaleMain {
  private FlashSaleMain() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(FlashSale.run(System.getProperties(), System.out));
  }
}
