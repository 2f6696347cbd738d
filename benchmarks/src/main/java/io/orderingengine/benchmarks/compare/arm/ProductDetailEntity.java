package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code product_details}. */
@Entity
@Table(name = "ordering_product_details")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProductDetailEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "price", updatable = false)
  long price;

  @Column(name = "stock")
  long stock;

  @Column(name = "on_sale", updatable = false)
  boolean onSale;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
