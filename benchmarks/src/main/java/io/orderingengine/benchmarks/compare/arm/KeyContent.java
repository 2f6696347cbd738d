package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a key stands for: the digest that the engine too keeps beside an order's key. */
final class KeyContent {
  private KeyContent() {}

  static byte[] of(Cart cart) {
    var canonical = new StringBuilder(96).append("s5:order;t;");
    canonical.append('n').append(cart.issuedCoupon()).append(';');
    canonical.append('n').append(cart.total()).append(";-;");
    for (Line line : cart.lines()) {
      canonical.append('n').append(line.sku()).append(";n").append(line.quantity()).append(';');
    }
    return sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
