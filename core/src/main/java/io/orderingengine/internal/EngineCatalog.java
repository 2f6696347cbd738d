package io.orderingengine.internal;

import io.orderingengine.catalog.Catalog;
import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.check.Require;
import io.orderingengine.internal.command.AddOption;
import io.orderingengine.internal.command.AddProduct;
import io.orderingengine.internal.command.AdjustStock;
import io.orderingengine.internal.command.ChangePrice;
import io.orderingengine.internal.command.Results;
import io.orderingengine.internal.command.SetOnSale;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class EngineCatalog implements Catalog {
  private final Gate gate;

  EngineCatalog(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Outcome<Product> add(NewProduct product) {
    Require.present("product", product);
    Require.positive("options", product.options().size());
    return gate.run(new AddProduct(product), product.key());
  }

  @Override
  public Outcome<ProductDetail> addOption(ProductId productId, NewOption option) {
    Require.present("productId", productId);
    Require.present("option", option);
    return gate.run(new AddOption(productId, option), option.key());
  }

  @Override
  public Outcome<ProductDetail> changePrice(ProductDetailId id, Money price) {
    return priced(id, price, null);
  }

  @Override
  public Outcome<ProductDetail> changePrice(ProductDetailId id, Money price, IdempotencyKey key) {
    return priced(id, price, Require.present("key", key));
  }

  private Outcome<ProductDetail> priced(
      ProductDetailId id, Money price, @Nullable IdempotencyKey key) {
    Require.present("id", id);
    Require.notNegative("price", Require.present("price", price).amount());
    return gate.run(new ChangePrice(id, price), key);
  }

  @Override
  public Outcome<ProductDetail> adjustStock(ProductDetailId id, long units) {
    return adjusted(id, units, null);
  }

  @Override
  public Outcome<ProductDetail> adjustStock(ProductDetailId id, long units, IdempotencyKey key) {
    return adjusted(id, units, Require.present("key", key));
  }

  private Outcome<ProductDetail> adjusted(
      ProductDetailId id, long units, @Nullable IdempotencyKey key) {
    Require.present("id", id);
    Require.within(-NewOption.MAX_STOCK, NewOption.MAX_STOCK, "units", units);
    if (units == 0) {
      throw new IllegalArgumentException("units must not be 0");
    }
    return gate.run(new AdjustStock(id, units), key);
  }

  @Override
  public Outcome<ProductDetail> setOnSale(ProductDetailId id, boolean onSale) {
    return gate.run(new SetOnSale(Require.present("id", id), onSale));
  }

  @Override
  public Outcome<ProductDetail> setOnSale(ProductDetailId id, boolean onSale, IdempotencyKey key) {
    Require.present("key", key);
    return gate.run(new SetOnSale(Require.present("id", id), onSale), key);
  }

  @Override
  public Optional<Product> find(ProductId id) {
    Require.present("id", id);
    return gate.find(queries -> queries.product(id.value()), Results::product);
  }

  @Override
  public Optional<ProductDetail> findDetail(ProductDetailId id) {
    Require.present("id", id);
    return gate.find(queries -> queries.productDetail(id.value()), Results::productDetail);
  }

  @Override
  public Optional<Product> findByExternalId(String externalId) {
    return gate.findByExternalId(Kind.PRODUCT, externalId, StoreQueries::product, Results::product);
  }

  @Override
  public Optional<ProductDetail> findDetailByExternalId(String externalId) {
    return gate.findByExternalId(
        Kind.PRODUCT_DETAIL, externalId, StoreQueries::productDetail, Results::productDetail);
  }

  @Override
  public Page<Product> page(PageRequest request) {
    return gate.page(
        request, StoreQueries::products, rows -> Gate.place(rows.product()), Results::product);
  }
}
