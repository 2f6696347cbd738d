package io.orderingengine.examples.replay;

/** Something that a buyer does. */
sealed interface Step permits Basket, Return {
  /** The line of the file at which the buyer does it. */
  int number();

  /** The external id of the user who does it. */
  String buyer();
}
