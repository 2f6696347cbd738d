package io.orderingengine.benchmarks.compare.arm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The terms of a coupon, and how many were left when it was read. */
record Terms(
    long quantity,
    Duration validity,
    @Nullable Instant issueFrom,
    @Nullable Instant issueUntil,
    boolean userExists) {
  void check(Instant now) {
    Facts.require(userExists, "no such user");
    Facts.require(issueFrom == null || !now.isBefore(issueFrom), "the coupon is not open yet");
    Facts.require(issueUntil == null || now.isBefore(issueUntil), "the coupon is closed");
    Facts.require(quantity > 0, "the coupon is sold out");
  }
}
