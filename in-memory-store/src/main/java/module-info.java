/** A store in memory: for tests, and for shops whose orders need not outlive the process. */
module io.orderingengine.memory {
  requires transitive io.orderingengine.core;
  requires static transitive org.jspecify;

  exports io.orderingengine.memory;
}
