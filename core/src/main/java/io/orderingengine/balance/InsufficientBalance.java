package io.orderingengine.balance;

import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Rejection;

/** The balance holds less than is to be paid. */
public record InsufficientBalance(UserId userId, Money required, Money available)
    implements Rejection {
  @Override
  public String code() {
    return "INSUFFICIENT_BALANCE";
  }

  @Override
  public String message() {
    return "User %s has %s and %s is to be paid; charge the balance first."
        .formatted(userId, available, required);
  }
}
