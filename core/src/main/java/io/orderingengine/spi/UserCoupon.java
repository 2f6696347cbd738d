package io.orderingengine.spi;

/**
 * Names an issued coupon by who holds it and what it is: the unique key of {@code issued_coupon}.
 */
public record UserCoupon(long userId, long couponId) {}
