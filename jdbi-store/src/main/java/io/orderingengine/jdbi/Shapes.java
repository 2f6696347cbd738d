package io.orderingengine.jdbi;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ContentDigest;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StockAdjustmentRow;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The shape of each table. */
final class Shapes {
  static final Shape<UserRow> USER =
      Shape.<UserRow>of("user")
          .number("id", UserRow::id)
          .text("name", UserRow::name)
          .text("email", UserRow::email)
          .text("external_id", UserRow::externalId)
          .time("created_at", UserRow::createdAt)
          .time("modified_at", UserRow::modifiedAt)
          .readBy(
              cells ->
                  new UserRow(
                      cells.number(),
                      cells.text(),
                      cells.textOrNull(),
                      cells.textOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<BalanceRow> BALANCE =
      Shape.<BalanceRow>of("balance")
          .number("id", BalanceRow::id)
          .number("user_id", BalanceRow::userId)
          .number("balance", BalanceRow::balance)
          .time("created_at", BalanceRow::createdAt)
          .time("modified_at", BalanceRow::modifiedAt)
          .readBy(
              cells ->
                  new BalanceRow(
                      cells.number(), cells.number(), cells.number(), cells.time(), cells.time()));

  static final Shape<CouponRow> COUPON =
      Shape.<CouponRow>of("coupon")
          .number("id", CouponRow::id)
          .number("discount_price", CouponRow::discountPrice)
          .number("quantity", CouponRow::quantity)
          .number("opening_quantity", CouponRow::openingQuantity)
          .number("validity_micros", row -> micros(row.validity()))
          .time("issue_from", CouponRow::issueFrom)
          .time("issue_until", CouponRow::issueUntil)
          .text("external_id", CouponRow::externalId)
          .time("created_at", CouponRow::createdAt)
          .time("modified_at", CouponRow::modifiedAt)
          .readBy(
              cells ->
                  new CouponRow(
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      Duration.of(cells.number(), ChronoUnit.MICROS),
                      cells.timeOrNull(),
                      cells.timeOrNull(),
                      cells.textOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<IssuedCouponRow> ISSUED_COUPON =
      Shape.<IssuedCouponRow>of("issued_coupon")
          .number("id", IssuedCouponRow::id)
          .number("user_id", IssuedCouponRow::userId)
          .number("coupon_id", IssuedCouponRow::couponId)
          .oneOf("status", IssuedCouponRow::status)
          .time("used_at", IssuedCouponRow::usedAt)
          .time("expired_at", IssuedCouponRow::expiredAt)
          .time("created_at", IssuedCouponRow::createdAt)
          .readBy(
              cells ->
                  new IssuedCouponRow(
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.oneOf(IssuedCouponStatus.class),
                      cells.timeOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<BalanceHistoryRow> BALANCE_HISTORY =
      Shape.<BalanceHistoryRow>of("balance_history")
          .number("id", BalanceHistoryRow::id)
          .number("balance_id", BalanceHistoryRow::balanceId)
          .numberOrNull("issued_coupon_id", BalanceHistoryRow::issuedCouponId)
          .number("amount", BalanceHistoryRow::amount)
          .oneOf("transaction_type", BalanceHistoryRow::transactionType)
          .time("created_at", BalanceHistoryRow::createdAt)
          .readBy(
              cells ->
                  new BalanceHistoryRow(
                      cells.number(),
                      cells.number(),
                      cells.numberOrNull(),
                      cells.number(),
                      cells.oneOf(TransactionType.class),
                      cells.time()));

  static final Shape<ProductRow> PRODUCT =
      Shape.<ProductRow>of("product")
          .number("id", ProductRow::id)
          .text("brand", ProductRow::brand)
          .text("name", ProductRow::name)
          .text("external_id", ProductRow::externalId)
          .time("created_at", ProductRow::createdAt)
          .time("modified_at", ProductRow::modifiedAt)
          .readBy(
              cells ->
                  new ProductRow(
                      cells.number(),
                      cells.text(),
                      cells.text(),
                      cells.textOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<ProductDetailRow> PRODUCT_DETAIL =
      Shape.<ProductDetailRow>of("product_details")
          .number("id", ProductDetailRow::id)
          .number("product_id", ProductDetailRow::productId)
          .text("option_value", ProductDetailRow::optionValue)
          .number("price", ProductDetailRow::price)
          .number("stock", ProductDetailRow::stock)
          .flag("on_sale", ProductDetailRow::onSale)
          .text("external_id", ProductDetailRow::externalId)
          .time("created_at", ProductDetailRow::createdAt)
          .time("modified_at", ProductDetailRow::modifiedAt)
          .readBy(
              cells ->
                  new ProductDetailRow(
                      cells.number(),
                      cells.number(),
                      cells.text(),
                      cells.number(),
                      cells.number(),
                      cells.flag(),
                      cells.textOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<OrderRow> ORDER =
      Shape.<OrderRow>of("order")
          .number("id", OrderRow::id)
          .number("user_id", OrderRow::userId)
          .numberOrNull("issued_coupon_id", OrderRow::issuedCouponId)
          .time("order_date", OrderRow::orderDate)
          .oneOf("status", OrderRow::status)
          .number("total_amount", OrderRow::totalAmount)
          .number("discount_amount", OrderRow::discountAmount)
          .number("payment_amount", OrderRow::paymentAmount)
          .text("external_id", OrderRow::externalId)
          .time("expires_at", OrderRow::expiresAt)
          .number("version", OrderRow::version)
          .time("created_at", OrderRow::createdAt)
          .time("modified_at", OrderRow::modifiedAt)
          .readBy(
              cells ->
                  new OrderRow(
                      cells.number(),
                      cells.number(),
                      cells.numberOrNull(),
                      cells.time(),
                      cells.oneOf(OrderStatus.class),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.textOrNull(),
                      cells.timeOrNull(),
                      cells.number(),
                      cells.time(),
                      cells.time()));

  static final Shape<OrderItemRow> ORDER_ITEM =
      Shape.<OrderItemRow>of("order_item")
          .number("id", OrderItemRow::id)
          .number("order_id", OrderItemRow::orderId)
          .number("product_detail_id", OrderItemRow::productDetailId)
          .number("unit_price", OrderItemRow::unitPrice)
          .number("quantity", OrderItemRow::quantity)
          .number("discount_share", OrderItemRow::discountShare)
          .time("created_at", OrderItemRow::createdAt)
          .time("modified_at", OrderItemRow::modifiedAt)
          .readBy(
              cells ->
                  new OrderItemRow(
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.time(),
                      cells.time()));

  static final Shape<PaymentRow> PAYMENT =
      Shape.<PaymentRow>of("payment")
          .number("id", PaymentRow::id)
          .number("order_id", PaymentRow::orderId)
          .oneOf("status", PaymentRow::status)
          .number("amount", PaymentRow::amount)
          .time("paid_at", PaymentRow::paidAt)
          .time("created_at", PaymentRow::createdAt)
          .time("modified_at", PaymentRow::modifiedAt)
          .readBy(
              cells ->
                  new PaymentRow(
                      cells.number(),
                      cells.number(),
                      cells.oneOf(PaymentStatus.class),
                      cells.number(),
                      cells.timeOrNull(),
                      cells.time(),
                      cells.time()));

  static final Shape<EventRow> EVENT =
      Shape.<EventRow>of("event")
          .number("id", EventRow::id)
          .oneOf("type", EventRow::type)
          .number("subject_id", EventRow::subjectId)
          .number("user_id", EventRow::userId)
          .number("amount", EventRow::amount)
          .number("version", EventRow::version)
          .time("created_at", EventRow::createdAt)
          .readBy(
              cells ->
                  new EventRow(
                      cells.number(),
                      cells.oneOf(EventType.class),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.number(),
                      cells.time()));

  static final Shape<StockAdjustmentRow> STOCK_ADJUSTMENT =
      Shape.<StockAdjustmentRow>of("stock_adjustment")
          .number("id", StockAdjustmentRow::id)
          .number("product_detail_id", StockAdjustmentRow::productDetailId)
          .number("units", StockAdjustmentRow::units)
          .time("created_at", StockAdjustmentRow::createdAt)
          .readBy(
              cells ->
                  new StockAdjustmentRow(
                      cells.number(), cells.number(), cells.number(), cells.time()));

  static final Shape<CommandKeyRow> COMMAND_KEY =
      Shape.<CommandKeyRow>of("command_key")
          .number("scope", row -> row.key().scope())
          .text("command", row -> row.key().command())
          .text("idempotency_key", row -> row.key().key())
          .bytes("content", row -> row.content().toBytes())
          .number("result_id", CommandKeyRow::resultId)
          .time("created_at", CommandKeyRow::createdAt)
          .readBy(
              cells ->
                  new CommandKeyRow(
                      new CommandKey(cells.number(), cells.text(), cells.text()),
                      ContentDigest.of(cells.bytes()),
                      cells.number(),
                      cells.time()));

  /** In the order of {@link Table#ALL}. */
  private static final List<Shape<? extends Row>> BY_TABLE =
      List.of(
          USER,
          BALANCE,
          COUPON,
          ISSUED_COUPON,
          BALANCE_HISTORY,
          PRODUCT,
          PRODUCT_DETAIL,
          ORDER,
          ORDER_ITEM,
          PAYMENT,
          EVENT,
          STOCK_ADJUSTMENT);

  private Shapes() {}

  @SuppressWarnings("unchecked") // the list has the shape of each table's rows at its ordinal
  static <R extends Row> Shape<R> of(Table<R> table) {
    return (Shape<R>) BY_TABLE.get(table.ordinal());
  }

  private static long micros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
  }
}
