package io.orderingengine.benchmarks.compare.workload;

/** A coupon that a user wants to be issued. */
public record Claim(long user, long coupon) {}
