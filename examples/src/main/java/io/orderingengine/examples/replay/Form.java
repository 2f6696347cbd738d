package io.orderingengine.examples.replay;

/** An unusual form in which a line may say something, and is understood. */
enum Form {
  QUOTED_COMMA("comma within quotes"),
  DAY_FIRST("date as 1/12/2010, day first"),
  MONTH_FIRST("date as 12/1/10 8:26, month first"),
  YEAR_FIRST("date as 2011-10-06 16:20:00"),
  DECIMAL_CUSTOMER("customer id as 12923.0"),
  NO_CUSTOMER("no customer, so a guest's");

  private final String title;

  Form(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
