package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate ORM, in the style of a Spring service over repositories: rows are loaded under their
 * locks and changed as objects; ids come from blocks, and what is flushed is ordered and batched.
 * The lock of the balance guards the user's coupons too. What everybody wants is read first without
 * a lock, and locked when all else is written: the options by one query, in the order of their ids,
 * and before the rows that refer to them. A key that is taken runs it again. Only then is the key
 * looked up, and before a refusal. Its pool has autoCommit off.
 */
public final class JpaArm implements Arm {
  private static final String READ =
      "SELECT d.price, d.onSale, d.stock FROM ProductDetailEntity d WHERE d.id IN :ids"
          + " ORDER BY d.id";
  private static final String COUPON =
      "SELECT i, c.discountPrice FROM IssuedCouponEntity i"
          + " JOIN CouponEntity c ON c.id = i.couponId WHERE i.id = :id";
  private static final String OPTIONS =
      "SELECT d FROM ProductDetailEntity d WHERE d.id IN :ids ORDER BY d.id";
  private static final String TERMS =
      "SELECT c.quantity, c.validityMicros, c.issueFrom, c.issueUntil,"
          + " EXISTS (SELECT 1 FROM UserEntity u WHERE u.id = :user)"
          + " FROM CouponEntity c WHERE c.id = :coupon";
  private static final String HELD =
      "SELECT i.id FROM IssuedCouponEntity i WHERE i.userId = :user AND i.couponId = :coupon";
  private static final int BATCH = 50;

  static {
    // Else Hibernate would write to the log of the JDK, which is the terminal.
    System.setProperty("org.jboss.logging.provider", "slf4j");
  }

  private final EntityManagerFactory factory;
  private final IdBlock ids;

  public JpaArm(DataSource pool) {
    ids = new IdBlock(pool);
    factory =
        new HibernatePersistenceConfiguration("shop")
            .managedClasses(
                BalanceEntity.class,
                UserEntity.class,
                CouponEntity.class,
                IssuedCouponEntity.class,
                ProductDetailEntity.class,
                OrderEntity.class,
                OrderItemEntity.class,
                PaymentEntity.class,
                BalanceHistoryEntity.class,
                EventEntity.class,
                CommandKeyEntity.class)
            .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
            .property(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
            .property(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH)
            .property(AvailableSettings.ORDER_INSERTS, true)
            .property(AvailableSettings.ORDER_UPDATES, true)
            .property(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
            .property(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
            .property(AvailableSettings.JDBC_TIME_ZONE, "UTC")
            .createEntityManagerFactory();
  }

  @Override
  public long checkout(Cart cart) throws SQLException {
    byte[] content = KeyContent.of(cart);
    return Retry.run(
        again -> {
          long firstId = ids.take(Purchase.ids(cart));
          return transaction(entities -> checkout(entities, cart, content, firstId, again));
        });
  }

  private static long checkout(
      EntityManager entities, Cart cart, byte[] content, long firstId, boolean again)
      throws SQLException {
    OptionalLong known = again ? known(entities, cart, content) : OptionalLong.empty();
    if (known.isPresent()) {
      return known.getAsLong();
    }
    try {
      return checkout(entities, cart, content, firstId);
    } catch (RefusedException refused) {
      return known(entities, cart, content).orElseThrow(() -> refused);
    }
  }

  private static OptionalLong known(EntityManager entities, Cart cart, byte[] content) {
    var key = new CommandKeyEntity.Key(cart.user(), "order", cart.key());
    CommandKeyEntity known = entities.find(CommandKeyEntity.class, key);
    if (known == null) {
      return OptionalLong.empty();
    }
    Facts.require(Arrays.equals(known.content, content), "the key was used for another cart");
    return OptionalLong.of(known.resultId);
  }

  private static long checkout(EntityManager entities, Cart cart, byte[] content, long firstId)
      throws SQLException {
    var balance = locked(entities, BalanceEntity.class, cart.user(), "user");
    Object[] coupon =
        entities
            .createQuery(COUPON, Object[].class)
            .setParameter("id", cart.issuedCoupon())
            .getSingleResultOrNull();
    var issued = (IssuedCouponEntity) required(coupon, "coupon")[0];
    var facts = new Facts(cart);
    facts.balance = balance.balance;
    facts.coupon(issued.userId, issued.status, issued.expiredAt, (long) coupon[1]);
    read(entities, cart, facts);
    Purchase purchase = Purchase.decide(cart, facts, firstId);
    balance.balance -= purchase.paid();
    balance.modifiedAt = purchase.at;
    issued.status = "USED";
    issued.usedAt = purchase.at;
    OrderEntity order = persist(entities, purchase, content);
    entities.flush();
    take(entities, purchase);
    for (int i = 0; i < purchase.lines(); i++) {
      entities.persist(item(purchase, i, order));
    }
    return purchase.orderId();
  }

  private static void read(EntityManager entities, Cart cart, Facts facts) {
    List<Object[]> options =
        entities.createQuery(READ, Object[].class).setParameter("ids", skus(cart)).getResultList();
    Facts.require(options.size() == cart.lines().size(), "no such option");
    for (int i = 0; i < options.size(); i++) {
      Object[] option = options.get(i);
      facts.option(i, (long) option[0], (boolean) option[1], (long) option[2]);
    }
  }

  private static List<Long> skus(Cart cart) {
    return cart.lines().stream().map(Line::sku).toList();
  }

  private static void take(EntityManager entities, Purchase p) throws SQLException {
    List<ProductDetailEntity> options =
        entities
            .createQuery(OPTIONS, ProductDetailEntity.class)
            .setParameter("ids", skus(p.cart))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    for (int i = 0; i < p.lines(); i++) {
      ProductDetailEntity option = options.get(i);
      long quantity = p.line(i).quantity();
      if (!option.onSale || option.stock < quantity || option.price != p.prices[i]) {
        throw new ConflictException("an option is no longer as it was read");
      }
      option.stock -= quantity;
      option.modifiedAt = p.at;
    }
  }

  private static <E> E locked(EntityManager entities, Class<E> type, long id, String what) {
    return required(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE), what);
  }

  private static <E> E required(@Nullable E entity, String what) {
    if (entity == null) {
      throw new RefusedException("no such " + what);
    }
    return entity;
  }

  private static OrderEntity persist(EntityManager entities, Purchase p, byte[] content) {
    OrderEntity order = order(p);
    entities.persist(order);
    var payment = new PaymentEntity();
    payment.id = p.paymentId();
    payment.orderId = p.orderId();
    payment.status = "PAID";
    payment.amount = p.paid();
    payment.paidAt = p.at;
    payment.createdAt = p.at;
    payment.modifiedAt = p.at;
    entities.persist(payment);
    var history = new BalanceHistoryEntity();
    history.id = p.historyId();
    history.balanceId = p.cart.user();
    history.issuedCouponId = p.cart.issuedCoupon();
    history.amount = -p.paid();
    history.transactionType = "USE";
    history.createdAt = p.at;
    entities.persist(history);
    var event = event(p.eventId(), "ORDER_CHECKED_OUT", p.orderId(), p.cart.user(), p.at);
    event.amount = p.paid();
    event.version = 1;
    entities.persist(event);
    var key = new CommandKeyEntity();
    key.scope = p.cart.user();
    key.command = "order";
    key.key = p.cart.key();
    key.content = content;
    key.resultId = p.orderId();
    key.createdAt = p.at;
    entities.persist(key);
    return order;
  }

  private static OrderEntity order(Purchase p) {
    var order = new OrderEntity();
    order.id = p.orderId();
    order.userId = p.cart.user();
    order.issuedCouponId = p.cart.issuedCoupon();
    order.orderDate = p.at;
    order.status = "PAID";
    order.totalAmount = p.total;
    order.discountAmount = p.discount;
    order.paymentAmount = p.paid();
    order.version = 1;
    order.createdAt = p.at;
    order.modifiedAt = p.at;
    return order;
  }

  private static OrderItemEntity item(Purchase p, int line, OrderEntity order) {
    var item = new OrderItemEntity();
    item.id = p.itemId(line);
    item.order = order;
    item.productDetailId = p.line(line).sku();
    item.unitPrice = p.prices[line];
    item.quantity = p.line(line).quantity();
    item.discountShare = p.shares[line];
    item.createdAt = p.at;
    item.modifiedAt = p.at;
    return item;
  }

  private static EventEntity event(long id, String type, long subject, long user, Instant at) {
    var event = new EventEntity();
    event.id = id;
    event.type = type;
    event.subjectId = subject;
    event.userId = user;
    event.createdAt = at;
    return event;
  }

  @Override
  public long issue(Claim claim) throws SQLException {
    return Retry.run(
        again -> {
          long firstId = ids.take(Issue.IDS);
          return transaction(entities -> issue(entities, claim, firstId, again));
        });
  }

  private static long issue(EntityManager entities, Claim claim, long firstId, boolean again) {
    List<Long> held =
        again
            ? entities
                .createQuery(HELD, Long.class)
                .setParameter("user", claim.user())
                .setParameter("coupon", claim.coupon())
                .getResultList()
            : List.of();
    if (!held.isEmpty()) {
      return held.get(0);
    }
    Object[] terms =
        entities
            .createQuery(TERMS, Object[].class)
            .setParameter("user", claim.user())
            .setParameter("coupon", claim.coupon())
            .getSingleResultOrNull();
    Issue issue = Issue.decide(claim, terms(required(terms, "coupon")), firstId);
    entities.persist(event(issue.eventId(), "COUPON_ISSUED", issue.id(), claim.user(), issue.at()));
    entities.flush();
    var coupon = locked(entities, CouponEntity.class, claim.coupon(), "coupon");
    Facts.require(coupon.quantity > 0, "the coupon is sold out");
    coupon.quantity--;
    coupon.modifiedAt = issue.at();
    var issued = new IssuedCouponEntity();
    issued.id = issue.id();
    issued.userId = claim.user();
    issued.couponId = claim.coupon();
    issued.status = "ISSUED";
    issued.expiredAt = issue.expiry();
    issued.createdAt = issue.at();
    entities.persist(issued);
    return issue.id();
  }

  private static Terms terms(Object[] row) {
    return new Terms(
        (long) row[0],
        Duration.of((long) row[1], ChronoUnit.MICROS),
        (Instant) row[2],
        (Instant) row[3],
        (boolean) row[4]);
  }

  /** What is done in a transaction. */
  private interface Work {
    long run(EntityManager entities) throws SQLException;
  }

  private long transaction(Work work) throws SQLException {
    try (EntityManager entities = factory.createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        long result = work.run(entities);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } catch (PersistenceException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException failure) {
          throw failure;
        }
      }
      throw e;
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
