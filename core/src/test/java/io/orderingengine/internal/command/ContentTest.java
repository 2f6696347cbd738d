package io.orderingengine.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.Checkout;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final ProductDetailId ONE = ProductDetailId.of(1);
  private static final ProductDetailId TWO = ProductDetailId.of(2);
  private static final Checkout CART = Checkout.by(UserId.of(7)).item(ONE, 2);

  @Test
  void whatDiffersInAFieldDiffersInItsDigest() {
    List<RepeatableCommand<?>> commands =
        List.of(
            new PlaceOrder(CART, null),
            new PlaceOrder(CART, Duration.ofMinutes(1)),
            new PlaceOrder(CART.item(ONE, 1), null),
            new PlaceOrder(CART.item(TWO, 1), null),
            new PlaceOrder(CART.coupon(IssuedCouponId.of(3)), null),
            new PlaceOrder(CART.expectTotal(Money.of(3)), null),
            new PlaceOrder(CART.externalId("3"), null),
            new RegisterUser(NewUser.named("a").email("b")),
            new RegisterUser(NewUser.named("a").externalId("b")),
            new RegisterUser(NewUser.named("a;s1:b")),
            new RegisterUser(NewUser.named("a")));
    Set<Object> digests = new HashSet<>();
    commands.forEach(command -> digests.add(Content.digest(command)));
    assertThat(digests).hasSameSizeAs(commands);
  }

  @Test
  void theKeyTheTimeToPayAndTheOrderOfLinesAreNoContent() {
    assertThat(Content.digest(new PlaceOrder(CART.key("k"), null)))
        .isEqualTo(Content.digest(new PlaceOrder(CART, null)));
    assertThat(Content.digest(new PlaceOrder(CART.item(TWO, 1), null)))
        .isEqualTo(
            Content.digest(
                new PlaceOrder(Checkout.by(UserId.of(7)).item(TWO, 1).item(ONE, 2), null)));
    assertThat(Content.digest(new PlaceOrder(CART, Duration.ofMinutes(1))))
        .isEqualTo(Content.digest(new PlaceOrder(CART, Duration.ofMinutes(2))));
  }

  @Test
  void theCanonicalFormIsTheOneThatIsStored() throws Exception {
    byte[] canonical = "s5:order;t;-;-;-;n1;n2;".getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
    assertThat(Content.digest(new PlaceOrder(CART, null)).toBytes()).isEqualTo(digest);
  }
}
