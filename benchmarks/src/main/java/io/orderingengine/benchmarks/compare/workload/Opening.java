package io.orderingengine.benchmarks.compare.workload;

import java.time.Duration;
import java.time.Instant;

/**
 * The rows that a shop opens with. No two rows have one id, except a user and the balance: the
 * tables have theirs one after the other, and what is sold later has those from {@link
 * #firstFreeId} on.
 *
 * @param users each with its balance
 * @param skus options for sale, ten to a product
 * @param issued issued coupons, each for one checkout
 * @param requests how many requests it can serve
 */
public record Opening(int users, int skus, int issued, int requests) {
  public static final long BALANCE = 1_000_000_000_000L;
  public static final long STOCK = 1_000_000_000;
  public static final long DISCOUNT = 50;
  public static final int OPTIONS = 10;
  public static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");
  public static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
  public static final Duration VALIDITY = Duration.ofDays(3_650);

  /** Coupons that can be issued of the one kind that everybody wants. */
  public static final long PLENTY = 1_000_000_000;

  private static final int USERS = 10_000;
  private static final int SKUS = 100_000;

  /** Prime to any number of users in use: owners of consecutive coupons are far apart. */
  static final int STRIDE = 7_919;

  static final int CHEAPEST = 100;
  static final int PRICES = 900;

  /** For as many requests of a workload. */
  public static Opening of(Workload workload, int requests) {
    return workload.isCheckout()
        ? new Opening(USERS, SKUS, requests, requests)
        : new Opening(primeToStride(requests), SKUS, 0, requests);
  }

  private static int primeToStride(int users) {
    return users % STRIDE == 0 ? users + 1 : users;
  }

  public int products() {
    return skus / OPTIONS;
  }

  /** The last id before those of the first rows in the histories of balances. */
  public long beforeHistories() {
    return users;
  }

  /** The last id before those of products. */
  public long beforeProducts() {
    return beforeHistories() + users;
  }

  /** The last id before those of options. */
  public long beforeSkus() {
    return beforeProducts() + products();
  }

  /** The last id before those of kinds of coupons. */
  public long beforeCoupons() {
    return beforeSkus() + skus;
  }

  /** The last id before those of issued coupons. */
  public long beforeIssued() {
    return beforeCoupons() + couponKinds();
  }

  public long firstFreeId() {
    return beforeIssued() + issued + 1;
  }

  /** Kinds of coupons: a user has at most one of each; one kind if none is issued yet. */
  public int couponKinds() {
    return Math.max(1, (issued + users - 1) / users);
  }

  /** How many coupons of one kind there are in all. */
  public long couponQuantity() {
    return issued == 0 ? PLENTY : users;
  }

  /** How many of a kind are issued. */
  public long issuedOf(long kind) {
    return Math.max(0, Math.min(users, issued - (kind - 1) * users));
  }

  /** Whose the n-th issued coupon is. */
  public long owner(long n) {
    return 1 + (n - 1) * STRIDE % users;
  }

  /** Of which kind the n-th issued coupon is, counted from 1. */
  public long kind(long n) {
    return 1 + (n - 1) / users;
  }

  /** Of the n-th option. */
  public static long price(long n) {
    return CHEAPEST + n * STRIDE % PRICES;
  }

  /** Of which product the n-th option is, counted from 1, in SQL. */
  public static String productSql(String n) {
    return "1 + FLOOR((" + n + " - 1) / " + OPTIONS + ")";
  }

  /** {@link #price} in SQL. */
  public static String priceSql(String n) {
    return CHEAPEST + " + MOD(" + n + " * " + STRIDE + ", " + PRICES + ")";
  }

  /** {@link #owner} in SQL. */
  public String ownerSql(String n) {
    return "1 + MOD((" + n + " - 1) * " + STRIDE + ", " + users + ")";
  }

  /** {@link #kind} in SQL. */
  public String kindSql(String n) {
    return "1 + FLOOR((" + n + " - 1) / " + users + ")";
  }
}
