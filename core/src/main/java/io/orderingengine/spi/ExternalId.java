package io.orderingengine.spi;

/** A host's own name for a row, unique within its kind; compared byte by byte. */
public record ExternalId(Kind kind, String value) {
  /** The kinds of rows that a host names. */
  public enum Kind {
    USER,
    PRODUCT,
    PRODUCT_DETAIL,
    COUPON,
    ORDER
  }
}
