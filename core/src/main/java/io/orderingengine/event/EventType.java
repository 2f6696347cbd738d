package io.orderingengine.event;

/** What has happened. */
public enum EventType {
  /** The amount is the opening balance. */
  USER_REGISTERED,
  /** The amount is what was paid in. */
  BALANCE_CHARGED,
  PRODUCT_ADDED,
  /** The amount is the stock to begin with. */
  OPTION_ADDED,
  /** The amount is the new price. */
  PRICE_CHANGED,
  /** The amount is the number of units, signed. */
  STOCK_ADJUSTED,
  SALE_OPENED,
  SALE_CLOSED,
  /** The amount is the quantity to begin with. */
  COUPON_CREATED,
  COUPON_ISSUED,
  /** The amount is what is to be paid, as for every event of an order. */
  ORDER_PLACED,
  /** Placed and paid in one step. */
  ORDER_CHECKED_OUT,
  ORDER_PAID,
  ORDER_CANCELLED,
  /** Cancelled because its time was over. */
  ORDER_EXPIRED
}
