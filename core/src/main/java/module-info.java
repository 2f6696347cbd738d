/**
 * The ordering engine: its API, its rules, and the SPI of its stores.
 *
 * <p>Begin with {@code io.orderingengine.OrderingEngine}.
 */
module io.orderingengine.core {
  requires static transitive org.jspecify;

  exports io.orderingengine;
  exports io.orderingengine.balance;
  exports io.orderingengine.catalog;
  exports io.orderingengine.coupon;
  exports io.orderingengine.event;
  exports io.orderingengine.order;
  exports io.orderingengine.spi;
  exports io.orderingengine.user;
  exports io.orderingengine.value;
}
