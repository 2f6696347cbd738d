package io.orderingengine.internal.command;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.catalog.ProductNotFound;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Rejection;
import java.time.Instant;
import java.util.Objects;

/** Adds an option to a product. */
public record AddOption(ProductId productId, NewOption option)
    implements RepeatableCommand<ProductDetail> {
  @Override
  public String kind() {
    return "add-option";
  }

  @Override
  public void describe(Content content) {
    content.number(productId.value());
    OptionRows.describe(option, content);
  }

  @Override
  public RowKeys keys() {
    RowKeys.Builder keys = RowKeys.builder().products(RowIds.of(productId.value()));
    return Taken.name(keys, Kind.PRODUCT_DETAIL, option.externalId()).build();
  }

  @Override
  public int ids() {
    return OptionRows.IDS;
  }

  @Override
  public Decision<ProductDetail> decide(Rows rows, Instant now, Ids ids) {
    if (rows.product(productId.value()) == null) {
      return Decision.reject(new ProductNotFound(productId));
    }
    Rejection taken = Taken.check(rows, Kind.PRODUCT_DETAIL, option.externalId());
    if (taken != null) {
      return Decision.reject(taken);
    }
    Changes.Builder changes = Changes.builder();
    ProductDetailRow row = OptionRows.insert(productId.value(), option, now, ids, changes);
    return Decision.accept(Results.productDetail(row), row.id(), changes.build());
  }

  @Override
  public ProductDetail read(StoreQueries queries, long resultId, Instant now) {
    return Results.productDetail(Objects.requireNonNull(queries.productDetail(resultId)));
  }
}
