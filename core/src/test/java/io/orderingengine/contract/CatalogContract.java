package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.NotForSale;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductDetailNotFound;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.catalog.ProductNotFound;
import io.orderingengine.catalog.StockOutOfRange;
import io.orderingengine.order.Checkout;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products, options, prices and stocks. */
public abstract class CatalogContract extends StoreContract {
  private static final ProductDetailId UNKNOWN = ProductDetailId.of(Long.MAX_VALUE);

  private Product mug() {
    return engine
        .catalog()
        .add(
            NewProduct.of("Acme", "Mug")
                .externalId("p-1")
                .option(NewOption.of("red", Money.of(400), 5).externalId("sku-red"))
                .option("blue", Money.ZERO, 0))
        .orElseThrow();
  }

  @Test
  void aProductIsFoundAsAdded() {
    Product mug = mug();
    reopen();
    assertThat(engine.catalog().find(mug.id())).contains(mug);
    assertThat(engine.catalog().findByExternalId("p-1")).contains(mug);
    ProductDetail red = mug.details().get(0);
    assertThat(engine.catalog().findDetail(red.id())).contains(red);
    assertThat(engine.catalog().findDetailByExternalId("sku-red")).contains(red);
    assertThat(red)
        .isEqualTo(
            new ProductDetail(
                red.id(), mug.id(), "red", Money.of(400), 5, true, "sku-red", START, START));
    assertThat(mug.details()).extracting(ProductDetail::optionValue).containsExactly("red", "blue");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    assertThat(engine.catalog().find(ProductId.of(Long.MAX_VALUE))).isEmpty();
    assertThat(engine.catalog().findDetail(UNKNOWN)).isEmpty();
    assertThat(engine.catalog().findByExternalId("p-9")).isEmpty();
    assertThat(engine.catalog().find(ProductId.of(user(0).value()))).isEmpty();
  }

  @Test
  void anOptionIsAdded() {
    Product mug = mug();
    NewOption green = NewOption.of("green", Money.of(1), 2).externalId("sku-green").key("k");
    ProductDetail added = engine.catalog().addOption(mug.id(), green).orElseThrow();
    assertThat(engine.catalog().addOption(mug.id(), green).orElseThrow()).isEqualTo(added);
    reopen();
    assertThat(engine.catalog().find(mug.id()).orElseThrow().details()).hasSize(3).contains(added);
    ProductId unknown = ProductId.of(Long.MAX_VALUE);
    assertRejected(
        () -> engine.catalog().addOption(unknown, NewOption.of("x", Money.of(1), 1)),
        new ProductNotFound(unknown));
  }

  @Test
  void anExternalIdIsTakenOnce() {
    Product mug = mug();
    long red = mug.details().get(0).id().value();
    assertRejected(
        () ->
            engine
                .catalog()
                .add(NewProduct.of("A", "B").externalId("p-1").option("x", Money.of(1), 1)),
        new ExternalIdTaken("p-1", mug.id().value()));
    assertRejected(
        () ->
            engine
                .catalog()
                .addOption(mug.id(), NewOption.of("x", Money.of(1), 1).externalId("sku-red")),
        new ExternalIdTaken("sku-red", red));
  }

  @Test
  void aPriceChanges() {
    ProductDetailId red = mug().details().get(0).id();
    clock.advance(Duration.ofSeconds(5));
    ProductDetail changed = engine.catalog().changePrice(red, Money.of(450)).orElseThrow();
    assertThat(changed.price()).isEqualTo(Money.of(450));
    assertThat(changed.modifiedAt()).isEqualTo(START.plusSeconds(5));
    clock.advance(Duration.ofSeconds(5));
    assertThat(engine.catalog().changePrice(red, Money.of(450)).orElseThrow()).isEqualTo(changed);
    reopen();
    assertThat(engine.catalog().findDetail(red)).contains(changed);
    assertRejected(
        () -> engine.catalog().changePrice(UNKNOWN, Money.of(1)),
        new ProductDetailNotFound(UNKNOWN));
  }

  @Test
  void aStockIsAdjusted() {
    ProductDetailId red = mug().details().get(0).id();
    assertThat(engine.catalog().adjustStock(red, 7).orElseThrow().stock()).isEqualTo(12);
    assertThat(engine.catalog().adjustStock(red, -12).orElseThrow().stock()).isZero();
    assertRejected(() -> engine.catalog().adjustStock(red, -1), new OutOfStock(red, 1, 0));
    engine.catalog().adjustStock(red, NewOption.MAX_STOCK).orElseThrow();
    assertRejected(
        () -> engine.catalog().adjustStock(red, 1),
        new StockOutOfRange(red, NewOption.MAX_STOCK, 1));
    assertRejected(
        () -> engine.catalog().adjustStock(UNKNOWN, 1), new ProductDetailNotFound(UNKNOWN));
  }

  @Test
  void whatIsNotOnSaleCannotBeOrdered() {
    ProductDetailId red = option(10, 5);
    assertThat(engine.catalog().setOnSale(red, false).orElseThrow().onSale()).isFalse();
    reopen();
    Checkout cart = cart(user(99), red, 1);
    assertRejected(() -> engine.orders().checkout(cart), new NotForSale(red));
    engine.catalog().setOnSale(red, true).orElseThrow();
    assertThat(engine.orders().checkout(cart).isAccepted()).isTrue();
    assertRejected(
        () -> engine.catalog().setOnSale(UNKNOWN, true), new ProductDetailNotFound(UNKNOWN));
  }

  @Test
  void aKeyChangesOnce() {
    ProductDetailId red = option(10, 5);
    IdempotencyKey key = IdempotencyKey.of("delivery-9");
    engine.catalog().adjustStock(red, 3, key).orElseThrow();
    engine.catalog().changePrice(red, Money.of(11), key).orElseThrow();
    engine.catalog().setOnSale(red, false, key).orElseThrow();
    reopen();
    assertThat(engine.catalog().adjustStock(red, 3, key).orElseThrow().stock()).isEqualTo(8);
    assertThat(engine.catalog().setOnSale(red, false, key).isAccepted()).isTrue();
    assertRejected(() -> engine.catalog().adjustStock(red, 4, key), new KeyReused(key));
    assertRejected(() -> engine.catalog().changePrice(red, Money.of(12), key), new KeyReused(key));
  }

  @Test
  void productsComeInPages() {
    List<Product> added = List.of(mug(), soap("soap"), soap("more soap"));
    Page<Product> first = engine.catalog().page(PageRequest.oldestFirst(2));
    assertThat(first.items()).isEqualTo(added.subList(0, 2));
    Page<Product> second = engine.catalog().page(first.next().orElseThrow());
    assertThat(second.items()).isEqualTo(added.subList(2, 3));
    assertThat(second.next()).isEmpty();
  }

  private Product soap(String name) {
    clock.advance(Duration.ofSeconds(1));
    NewProduct soap = NewProduct.of("Acme", name).option("one", Money.of(1), 1);
    return engine.catalog().add(soap).orElseThrow();
  }
}
