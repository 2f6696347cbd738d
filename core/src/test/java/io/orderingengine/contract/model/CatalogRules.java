package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Call.AddOption;
import io.orderingengine.contract.model.Call.AddProduct;
import io.orderingengine.contract.model.Call.AdjustStock;
import io.orderingengine.contract.model.Call.ChangePrice;
import io.orderingengine.contract.model.Call.NewOption;
import io.orderingengine.contract.model.Call.SetOnSale;
import io.orderingengine.contract.model.ModelRows.Option;
import io.orderingengine.contract.model.ModelRows.Product;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The model's rules of products and their options. */
final class CatalogRules {
  private final Model model;

  CatalogRules(Model model) {
    this.model = model;
  }

  String addProduct(AddProduct c) {
    Set<String> named = new HashSet<>();
    for (NewOption option : c.options()) {
      if (option.externalId() != null && !named.add(option.externalId())) {
        return Text.BAD;
      }
    }
    List<Object> content = Arrays.asList(c.externalId(), c.options());
    return model.keyed("product", 0, c.key(), content, () -> addProductOnce(c));
  }

  private String addProductOnce(AddProduct c) {
    String no = model.taken("product", c.externalId());
    for (NewOption option : c.options()) {
      no = no == null ? model.taken("option", option.externalId()) : no;
    }
    if (no != null) {
      return no;
    }
    long id = model.rows.products.size() + 1L;
    model.rows.products.put(id, new Product(id, c.externalId(), model.now));
    model.take("product", c.externalId(), id);
    model.write("event", "PRODUCT_ADDED", id, 0, 0, 0, model.now);
    c.options().forEach(option -> add(id, option));
    return Text.line("product", id);
  }

  private Option add(long product, NewOption added) {
    Option option = new Option();
    option.id = model.rows.options.size() + 1L;
    option.product = product;
    option.price = added.price();
    option.stock = added.stock();
    option.externalId = added.externalId();
    option.created = model.now;
    option.modified = model.now;
    model.rows.options.put(option.id, option);
    model.take("option", added.externalId(), option.id);
    model.write("adjustment", option.id, added.stock(), model.now);
    model.write("event", "OPTION_ADDED", option.id, 0, added.stock(), 0, model.now);
    return option;
  }

  String addOption(AddOption c) {
    List<Object> content = List.of(c.product(), c.option());
    return model.keyed("option", 0, c.key(), content, () -> addOptionOnce(c));
  }

  private String addOptionOnce(AddOption c) {
    if (!model.rows.products.containsKey(c.product())) {
      return Text.no("PRODUCT_NOT_FOUND", c.product());
    }
    String no = model.taken("option", c.option().externalId());
    return no != null ? no : Text.line("option", add(c.product(), c.option()).id);
  }

  String changePrice(ChangePrice c) {
    return c.price() < 0
        ? Text.BAD
        : onOption("price", c.option(), c.price(), c.key(), option -> priced(option, c.price()));
  }

  private String priced(Option option, long price) {
    if (option.price != price) {
      option.price = price;
      touch(option, "PRICE_CHANGED", price);
    }
    return null;
  }

  String setOnSale(SetOnSale c) {
    return onOption("sale", c.option(), c.onSale(), c.key(), option -> sold(option, c.onSale()));
  }

  private String sold(Option option, boolean onSale) {
    if (option.onSale != onSale) {
      option.onSale = onSale;
      touch(option, onSale ? "SALE_OPENED" : "SALE_CLOSED", 0);
    }
    return null;
  }

  String adjustStock(AdjustStock c) {
    return c.units() == 0
        ? Text.BAD
        : onOption("stock", c.option(), c.units(), c.key(), option -> adjust(option, c.units()));
  }

  private String adjust(Option option, long units) {
    if (option.stock + units < 0) {
      return Text.no("OUT_OF_STOCK", option.id, -units, option.stock);
    }
    option.stock += units;
    touch(option, "STOCK_ADJUSTED", units);
    model.write("adjustment", option.id, units, option.modified);
    return null;
  }

  private void touch(Option option, String event, long amount) {
    option.modified = model.recorded(Stream.of(option.modified));
    model.write("event", event, option.id, 0, amount, 0, option.modified);
  }

  private String onOption(
      String kind, long id, Object wanted, String key, Function<Option, String> command) {
    return model.keyed(
        kind,
        0,
        key,
        List.of(id, wanted),
        () -> {
          Option option = model.rows.options.get(id);
          String no =
              option == null ? Text.no("PRODUCT_DETAIL_NOT_FOUND", id) : command.apply(option);
          return no != null ? no : Text.line("option", id);
        });
  }
}
