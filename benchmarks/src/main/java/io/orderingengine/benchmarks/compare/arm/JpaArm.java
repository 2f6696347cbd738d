package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate ORM, in the style of a Spring service over repositories: rows are loaded under their
 * locks, the options last and in the order of their ids by one query, and changed as objects; ids
 * come from blocks, and what is flushed is ordered and batched. Its pool has autoCommit off.
 */
public final class JpaArm implements Arm {
  private static final String OPTIONS =
      "SELECT d FROM ProductDetailEntity d WHERE d.id IN :ids ORDER BY d.id";
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
          return transaction(entities -> checkout(entities, cart, content, firstId));
        });
  }

  private static long checkout(EntityManager entities, Cart cart, byte[] content, long firstId) {
    var key = new CommandKeyEntity.Key(cart.user(), "order", cart.key());
    CommandKeyEntity known = entities.find(CommandKeyEntity.class, key);
    if (known != null) {
      Facts.require(Arrays.equals(known.content, content), "the key was used for another cart");
      return known.resultId;
    }
    var balance = locked(entities, BalanceEntity.class, cart.user(), "user");
    var issued = locked(entities, IssuedCouponEntity.class, cart.issuedCoupon(), "coupon");
    var coupon = required(entities.find(CouponEntity.class, issued.couponId), "coupon");
    List<ProductDetailEntity> options =
        entities
            .createQuery(OPTIONS, ProductDetailEntity.class)
            .setParameter("ids", cart.lines().stream().map(Line::sku).toList())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    Facts.require(options.size() == cart.lines().size(), "no such option");
    Purchase purchase =
        Purchase.decide(cart, facts(cart, balance, issued, coupon, options), firstId);
    change(purchase, balance, issued, options);
    persist(entities, purchase, content);
    return purchase.orderId();
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

  private static Facts facts(
      Cart cart,
      BalanceEntity balance,
      IssuedCouponEntity issued,
      CouponEntity coupon,
      List<ProductDetailEntity> options) {
    var facts = new Facts(cart);
    facts.balance = balance.balance;
    facts.coupon(issued.userId, issued.status, issued.expiredAt, coupon.discountPrice);
    for (int i = 0; i < options.size(); i++) {
      ProductDetailEntity option = options.get(i);
      facts.option(i, option.price, option.onSale, option.stock);
    }
    return facts;
  }

  private static void change(
      Purchase p,
      BalanceEntity balance,
      IssuedCouponEntity issued,
      List<ProductDetailEntity> options) {
    balance.balance -= p.paid();
    balance.modifiedAt = p.at;
    issued.status = "USED";
    issued.usedAt = p.at;
    for (int i = 0; i < options.size(); i++) {
      options.get(i).stock -= p.line(i).quantity();
      options.get(i).modifiedAt = p.at;
    }
  }

  private static void persist(EntityManager entities, Purchase p, byte[] content) {
    entities.persist(order(p));
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
    for (int i = 0; i < p.lines(); i++) {
      order.items.add(item(p, i, order));
    }
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
          return transaction(entities -> issue(entities, claim, firstId));
        });
  }

  private static long issue(EntityManager entities, Claim claim, long firstId) {
    boolean userExists = entities.find(UserEntity.class, claim.user()) != null;
    var coupon = locked(entities, CouponEntity.class, claim.coupon(), "coupon");
    List<Long> held =
        entities
            .createQuery(HELD, Long.class)
            .setParameter("user", claim.user())
            .setParameter("coupon", claim.coupon())
            .getResultList();
    if (!held.isEmpty()) {
      return held.get(0);
    }
    Terms terms =
        new Terms(
            coupon.quantity,
            ChronoUnit.MICROS.getDuration().multipliedBy(coupon.validityMicros),
            coupon.issueFrom,
            coupon.issueUntil,
            userExists);
    Issue issue = Issue.decide(claim, terms, firstId);
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
    entities.persist(event(issue.eventId(), "COUPON_ISSUED", issue.id(), claim.user(), issue.at()));
    return issue.id();
  }

  private long transaction(ToLongFunction<EntityManager> work) throws SQLException {
    try (EntityManager entities = factory.createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        long result = work.applyAsLong(entities);
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
