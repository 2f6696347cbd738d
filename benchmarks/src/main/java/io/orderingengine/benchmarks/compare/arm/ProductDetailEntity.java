package io.orderingengine.benchmarks.compare.arm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A row of {@code product_details}. */
@Entity
@Table(name = "ordering_product_details")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProductDetailEntity {
  @Id
  @Column(name = "id")
  long id;

  @Column(name = "price")
  long price;

  @Column(name = "stock")
  long stock;

  @Column(name = "on_sale")
  boolean onSale;

  @Column(name = "modified_at")
  Instant modifiedAt;
}
