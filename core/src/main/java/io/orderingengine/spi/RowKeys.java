package io.orderingengine.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Every row that a command needs, named before its transaction touches any.
 *
 * <ul>
 *   <li>Rows to lock, here in the one global order of locking: {@link #balances}, {@link
 *       #issuedCoupons}, {@link #orders}, {@link #coupons}, {@link #productDetails}, ascending ids
 *       within each. The most contended come last and are held the shortest.
 *   <li>Facts that never change, read without a lock: {@link #users}, {@link #products}. A locked
 *       issued coupon brings its discount, a locked order its lines and its payment.
 *   <li>What is addressed by an alternate key, read after all locks are held, because a look-up
 *       before the lock that serialises it sees the past: {@link #userCoupons}, {@link
 *       #commandKeys}, {@link #externalIds}; all as of one moment, or command keys last, so that
 *       who meets another's external id meets its command key too.
 * </ul>
 *
 * Immutable.
 */
public final class RowKeys {
  private final RowIds balances;
  private final RowIds issuedCoupons;
  private final RowIds orders;
  private final RowIds coupons;
  private final RowIds productDetails;
  private final RowIds users;
  private final RowIds products;
  private final List<UserCoupon> userCoupons;
  private final List<CommandKey> commandKeys;
  private final List<ExternalId> externalIds;

  private RowKeys(Builder builder) {
    balances = builder.balances;
    issuedCoupons = builder.issuedCoupons;
    orders = builder.orders;
    coupons = builder.coupons;
    productDetails = builder.productDetails;
    users = builder.users;
    products = builder.products;
    userCoupons = List.copyOf(builder.userCoupons);
    commandKeys = List.copyOf(builder.commandKeys);
    externalIds = List.copyOf(builder.externalIds);
  }

  private RowKeys(RowKeys others, List<CommandKey> commandKeys) {
    balances = others.balances;
    issuedCoupons = others.issuedCoupons;
    orders = others.orders;
    coupons = others.coupons;
    productDetails = others.productDetails;
    users = others.users;
    products = others.products;
    userCoupons = others.userCoupons;
    this.commandKeys = commandKeys;
    externalIds = others.externalIds;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same keys, and one more idempotency key. */
  public RowKeys with(CommandKey key) {
    if (commandKeys.isEmpty()) {
      return new RowKeys(this, List.of(key));
    }
    List<CommandKey> more = new ArrayList<>(commandKeys);
    more.add(key);
    return new RowKeys(this, List.copyOf(more));
  }

  /** All that any of them names. */
  public static RowKeys union(Collection<RowKeys> all) {
    Builder union = new Builder();
    union.balances = RowIds.union(all, RowKeys::balances);
    union.issuedCoupons = RowIds.union(all, RowKeys::issuedCoupons);
    union.orders = RowIds.union(all, RowKeys::orders);
    union.coupons = RowIds.union(all, RowKeys::coupons);
    union.productDetails = RowIds.union(all, RowKeys::productDetails);
    union.users = RowIds.union(all, RowKeys::users);
    union.products = RowIds.union(all, RowKeys::products);
    union.userCoupons = distinct(all, RowKeys::userCoupons);
    union.commandKeys = distinct(all, RowKeys::commandKeys);
    union.externalIds = distinct(all, RowKeys::externalIds);
    return union.build();
  }

  private static <K> List<K> distinct(Collection<RowKeys> all, Function<RowKeys, List<K>> keys) {
    Set<K> distinct = new LinkedHashSet<>();
    for (RowKeys some : all) {
      distinct.addAll(keys.apply(some));
    }
    return List.copyOf(distinct);
  }

  /** How many rows it names. */
  public int size() {
    return balances.size()
        + issuedCoupons.size()
        + orders.size()
        + coupons.size()
        + productDetails.size()
        + users.size()
        + products.size()
        + userCoupons.size()
        + commandKeys.size()
        + externalIds.size();
  }

  public RowIds balances() {
    return balances;
  }

  public RowIds issuedCoupons() {
    return issuedCoupons;
  }

  public RowIds orders() {
    return orders;
  }

  public RowIds coupons() {
    return coupons;
  }

  public RowIds productDetails() {
    return productDetails;
  }

  public RowIds users() {
    return users;
  }

  public RowIds products() {
    return products;
  }

  public List<UserCoupon> userCoupons() {
    return userCoupons;
  }

  public List<CommandKey> commandKeys() {
    return commandKeys;
  }

  public List<ExternalId> externalIds() {
    return externalIds;
  }

  /** Collects keys; naming a row twice is naming it once. Not thread-safe. */
  public static final class Builder {
    private RowIds balances = RowIds.none();
    private RowIds issuedCoupons = RowIds.none();
    private RowIds orders = RowIds.none();
    private RowIds coupons = RowIds.none();
    private RowIds productDetails = RowIds.none();
    private RowIds users = RowIds.none();
    private RowIds products = RowIds.none();
    private List<UserCoupon> userCoupons = List.of();
    private List<CommandKey> commandKeys = List.of();
    private List<ExternalId> externalIds = List.of();

    private Builder() {}

    public Builder balances(RowIds ids) {
      balances = balances.and(ids);
      return this;
    }

    public Builder issuedCoupons(RowIds ids) {
      issuedCoupons = issuedCoupons.and(ids);
      return this;
    }

    public Builder orders(RowIds ids) {
      orders = orders.and(ids);
      return this;
    }

    public Builder coupons(RowIds ids) {
      coupons = coupons.and(ids);
      return this;
    }

    public Builder productDetails(RowIds ids) {
      productDetails = productDetails.and(ids);
      return this;
    }

    public Builder users(RowIds ids) {
      users = users.and(ids);
      return this;
    }

    public Builder products(RowIds ids) {
      products = products.and(ids);
      return this;
    }

    public Builder userCoupon(UserCoupon key) {
      userCoupons = and(userCoupons, key);
      return this;
    }

    public Builder commandKey(CommandKey key) {
      commandKeys = and(commandKeys, key);
      return this;
    }

    public Builder externalId(ExternalId key) {
      externalIds = and(externalIds, key);
      return this;
    }

    private static <K> List<K> and(List<K> keys, K key) {
      if (keys.contains(key)) {
        return keys;
      }
      List<K> more = keys.isEmpty() ? new ArrayList<>(2) : keys;
      more.add(key);
      return more;
    }

    public RowKeys build() {
      return new RowKeys(this);
    }
  }
}
