package io.orderingengine.user;

import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Outcome;
import java.util.Optional;

/** The shop's users. Thread-safe. */
public interface Users {
  /**
   * Registers a user and opens the user's balance. A user whose external id is registered already
   * is answered as it is: nothing changes, and the other fields given now are dropped.
   *
   * <p>Rejections: {@link KeyReused}.
   */
  Outcome<User> register(NewUser user);

  Optional<User> find(UserId id);

  /** The user that the host knows by this name. */
  Optional<User> findByExternalId(String externalId);
}
