package io.orderingengine.contract.model;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.contract.model.Numbers.Kind;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.OrderId;
import io.orderingengine.user.UserId;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Rejection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Rejections in the model's words: the code and the facts, with numbers for ids. */
final class Reasons {
  private final Numbers numbers;

  Reasons(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Two of them name a bare id, whose kind only the call knows: it is left out. */
  String text(Rejection reason) {
    if (reason instanceof CouponNotFound) {
      return Text.no(reason.code());
    }
    if (reason instanceof ExternalIdTaken taken) {
      return Text.no(reason.code(), taken.externalId());
    }
    Object[] facts =
        Arrays.stream(reason.getClass().getRecordComponents())
            .map(component -> fact(component, reason))
            .toArray();
    return Text.no(reason.code(), facts);
  }

  private Object fact(RecordComponent component, Rejection reason) {
    try {
      return inWords(component.getAccessor().invoke(reason));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object inWords(Object fact) {
    if (fact instanceof UserId id) {
      return numbers.number(Kind.USER, id.value());
    } else if (fact instanceof ProductId id) {
      return numbers.number(Kind.PRODUCT, id.value());
    } else if (fact instanceof ProductDetailId id) {
      return numbers.number(Kind.OPTION, id.value());
    } else if (fact instanceof CouponId id) {
      return numbers.number(Kind.COUPON, id.value());
    } else if (fact instanceof IssuedCouponId id) {
      return numbers.number(Kind.ISSUED, id.value());
    } else if (fact instanceof OrderId id) {
      return numbers.number(Kind.ORDER, id.value());
    }
    return fact instanceof IdempotencyKey key ? key.value() : fact;
  }
}
