package io.orderingengine.benchmarks.compare.workload;

import java.util.List;

/**
 * A checkout.
 *
 * @param lines of distinct options, in ascending order of their ids
 * @param total what the user expects to pay before the discount
 */
public record Cart(long user, List<Line> lines, long issuedCoupon, long total, String key) {}
