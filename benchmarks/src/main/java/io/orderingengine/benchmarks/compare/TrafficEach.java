package io.orderingengine.benchmarks.compare;

/** What reaches the database for one request, on average. */
record TrafficEach(double statements, double roundTrips) {}
