package io.orderingengine.benchmarks.compare.workload;

/** Units of one option. */
public record Line(long sku, long quantity) {}
