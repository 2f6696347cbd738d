package io.orderingengine.examples.replay;

import java.util.List;

/** A column that the replay knows. Others are ignored, and those not needed may be absent. */
enum Column {
  INVOICE("InvoiceNo"),
  STOCK_CODE("StockCode"),
  DESCRIPTION("Description"),
  QUANTITY("Quantity"),
  DATE("InvoiceDate"),
  PRICE("UnitPrice"),
  CUSTOMER("CustomerID");

  /** Those without which nothing could be ordered. */
  static final List<Column> NEEDED = List.of(INVOICE, STOCK_CODE, QUANTITY, PRICE);

  private final String header;

  Column(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }
}
