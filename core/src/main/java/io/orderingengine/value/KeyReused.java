package io.orderingengine.value;

/** The idempotency key was used before, for a command with other content. */
public record KeyReused(IdempotencyKey key) implements Rejection {
  @Override
  public String code() {
    return "KEY_REUSED";
  }

  @Override
  public String message() {
    return "Key '%s' was used for a command with other content; give each command its own key."
        .formatted(key.value());
  }
}
