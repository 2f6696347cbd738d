package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code order_item}. */
@Entity
@Table(name = "ordering_order_item")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OrderItemEntity {
  @Id
  @Column(name = "id")
  long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "order_id")
  OrderEntity order;

  @Column(name = "product_detail_id")
  long productDetailId;

  @Column(name = "unit_price")
  long unitPrice;

  @Column(name = "quantity")
  long quantity;

  @Column(name = "discount_share")
  long discountShare;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
