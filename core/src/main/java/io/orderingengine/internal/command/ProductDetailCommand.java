package io.orderingengine.internal.command;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductDetailNotFound;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import java.time.Instant;
import java.util.Objects;

/** What the shop changes at one option: locks it, and rejects it when there is none. */
interface ProductDetailCommand extends RepeatableCommand<ProductDetail> {
  ProductDetailId id();

  /** Decides for an option that exists. */
  Decision<ProductDetail> decide(ProductDetailRow row, Instant at, Ids ids);

  @Override
  default RowKeys keys() {
    return RowKeys.builder().productDetails(RowIds.of(id().value())).build();
  }

  @Override
  default Decision<ProductDetail> decide(Rows rows, Instant now, Ids ids) {
    ProductDetailRow row = rows.productDetail(id().value());
    return row == null
        ? Decision.reject(new ProductDetailNotFound(id()))
        : decide(row, Time.later(now, row.modifiedAt()), ids);
  }

  @Override
  default ProductDetail read(StoreQueries queries, long resultId, Instant now) {
    return Results.productDetail(Objects.requireNonNull(queries.productDetail(resultId)));
  }

  /** The option as the changes leave it. */
  static Decision<ProductDetail> accept(ProductDetailRow after, Changes changes) {
    return Decision.accept(Results.productDetail(after), after.id(), changes);
  }
}
