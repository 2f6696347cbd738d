package io.orderingengine.value;

import io.orderingengine.check.Require;

/**
 * A name that the caller gives to one command, so that a retry of it is done once: the same key
 * with the same content answers the first result in its present state, the same key with other
 * content is {@link KeyReused}. A key belongs to its user and its kind of command, where placing
 * and checking out an order are one kind; what the shop does has keys of its own. Rejections are
 * not remembered. Compared byte by byte. Immutable.
 *
 * @param value 1 to 255 characters, not blank
 */
public record IdempotencyKey(String value) {
  public IdempotencyKey {
    Require.text("key", value, Require.TEXT);
  }

  public static IdempotencyKey of(String value) {
    return new IdempotencyKey(value);
  }
}
