package io.orderingengine.internal;

import io.orderingengine.check.Require;
import io.orderingengine.internal.command.RegisterUser;
import io.orderingengine.internal.command.Results;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.user.Users;
import io.orderingengine.value.Outcome;
import java.util.Optional;

final class EngineUsers implements Users {
  private final Gate gate;

  EngineUsers(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Outcome<User> register(NewUser user) {
    Require.present("user", user);
    return gate.run(new RegisterUser(user), user.key());
  }

  @Override
  public Optional<User> find(UserId id) {
    Require.present("id", id);
    return gate.find(queries -> queries.user(id.value()), Results::user);
  }

  @Override
  public Optional<User> findByExternalId(String externalId) {
    return gate.findByExternalId(
        Kind.USER, externalId, (queries, id) -> queries.user(id), Results::user);
  }
}
