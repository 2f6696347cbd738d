package io.orderingengine.user;

import io.orderingengine.check.Require;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import org.jspecify.annotations.Nullable;

/** A user to register. Immutable: each method answers a changed copy. */
public final class NewUser {
  private final String name;
  private final @Nullable String email;
  private final @Nullable String externalId;
  private final Money openingBalance;
  private final @Nullable IdempotencyKey key;

  private NewUser(
      String name,
      @Nullable String email,
      @Nullable String externalId,
      Money openingBalance,
      @Nullable IdempotencyKey key) {
    this.name = name;
    this.email = email;
    this.externalId = externalId;
    this.openingBalance = openingBalance;
    this.key = key;
  }

  /** A user with a name of 1 to 255 characters and a balance of zero. */
  public static NewUser named(String name) {
    return new NewUser(Require.text("name", name, Require.TEXT), null, null, Money.ZERO, null);
  }

  /** An address of 1 to 255 characters; it is kept, not checked. */
  public NewUser email(String email) {
    Require.text("email", email, Require.TEXT);
    return new NewUser(name, email, externalId, openingBalance, key);
  }

  /**
   * The host's own name for this user, 1 to 255 characters: a second registration finds the first.
   */
  public NewUser externalId(String externalId) {
    Require.text("externalId", externalId, Require.TEXT);
    return new NewUser(name, email, externalId, openingBalance, key);
  }

  /** What the balance begins with; zero or more. */
  public NewUser openingBalance(Money amount) {
    Require.notNegative("openingBalance", Require.present("openingBalance", amount).amount());
    return new NewUser(name, email, externalId, amount, key);
  }

  /** Makes a retry of this registration safe; see {@link IdempotencyKey}. */
  public NewUser key(String key) {
    return new NewUser(name, email, externalId, openingBalance, IdempotencyKey.of(key));
  }

  public String name() {
    return name;
  }

  public @Nullable String email() {
    return email;
  }

  public @Nullable String externalId() {
    return externalId;
  }

  public Money openingBalance() {
    return openingBalance;
  }

  public @Nullable IdempotencyKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "NewUser[name=%s, email=%s, externalId=%s, openingBalance=%s, key=%s]"
        .formatted(name, email, externalId, openingBalance, key);
  }
}
