package io.orderingengine.user;

import io.orderingengine.value.Rejection;

/** There is no such user. */
public record UserNotFound(UserId userId) implements Rejection {
  @Override
  public String code() {
    return "USER_NOT_FOUND";
  }

  @Override
  public String message() {
    return "There is no user %s; register the user first.".formatted(userId);
  }
}
