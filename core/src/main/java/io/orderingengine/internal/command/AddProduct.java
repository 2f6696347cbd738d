package io.orderingengine.internal.command;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.value.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds a product with its options. */
public record AddProduct(NewProduct product) implements RepeatableCommand<Product> {
  @Override
  public String kind() {
    return "add-product";
  }

  @Override
  public void describe(Content content) {
    content.text(product.brand()).text(product.name()).text(product.externalId());
    product.options().forEach(option -> OptionRows.describe(option, content));
  }

  @Override
  public RowKeys keys() {
    RowKeys.Builder keys = Taken.name(RowKeys.builder(), Kind.PRODUCT, product.externalId());
    for (NewOption option : product.options()) {
      Taken.name(keys, Kind.PRODUCT_DETAIL, option.externalId());
    }
    return keys.build();
  }

  @Override
  public int ids() {
    return 2 + OptionRows.IDS * product.options().size();
  }

  @Override
  public Decision<Product> decide(Rows rows, Instant now, Ids ids) {
    Rejection no = taken(rows);
    return no == null ? add(now, ids) : Decision.reject(no);
  }

  private @Nullable Rejection taken(Rows rows) {
    Rejection no = Taken.check(rows, Kind.PRODUCT, product.externalId());
    for (NewOption option : product.options()) {
      no = no == null ? Taken.check(rows, Kind.PRODUCT_DETAIL, option.externalId()) : no;
    }
    return no;
  }

  private Decision<Product> add(Instant now, Ids ids) {
    long id = ids.next();
    var row = new ProductRow(id, product.brand(), product.name(), product.externalId(), now, now);
    Changes.Builder changes = Changes.builder().insert(Table.PRODUCTS, row);
    changes.insert(
        Table.EVENTS, new EventRow(ids.next(), EventType.PRODUCT_ADDED, id, 0, 0, 0, now));
    List<ProductDetailRow> details = new ArrayList<>();
    for (NewOption option : product.options()) {
      details.add(OptionRows.insert(id, option, now, ids, changes));
    }
    return Decision.accept(Results.product(new ProductRows(row, details)), id, changes.build());
  }

  @Override
  public Product read(StoreQueries queries, long resultId, Instant now) {
    return Results.product(Objects.requireNonNull(queries.product(resultId)));
  }
}
