package io.orderingengine.internal.command;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ContentDigest;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import java.time.Instant;

/**
 * A command under an idempotency key: the one place where keys are looked up, compared and written,
 * so that no other command knows of them.
 */
public final class KeyedCommand<T> implements Command<T> {
  private final RepeatableCommand<T> command;
  private final IdempotencyKey given;
  private final CommandKey key;
  private final ContentDigest content;

  public KeyedCommand(RepeatableCommand<T> command, IdempotencyKey given) {
    this.command = command;
    this.given = given;
    key = new CommandKey(command.scope(), command.kind(), given.value());
    content = Content.digest(command);
  }

  @Override
  public RowKeys keys() {
    return command.keys().with(key);
  }

  @Override
  public int ids() {
    return command.ids();
  }

  @Override
  public Decision<T> decide(Rows rows, Instant now, Ids ids) {
    CommandKeyRow used = rows.commandKey(key);
    if (used == null) {
      return remember(command.decide(rows, now, ids), now);
    }
    return used.content().equals(content)
        ? Decision.repeat(command, used.resultId())
        : Decision.reject(new KeyReused(given));
  }

  private Decision<T> remember(Decision<T> decision, Instant now) {
    if (decision instanceof Decision.Accept<T> accept) {
      return Decision.accept(
          accept.value(), accept.resultId(), with(accept.resultId(), accept, now));
    }
    if (decision instanceof Decision.Repeat<T> repeat) {
      return new Decision.Repeat<>(
          command, repeat.resultId(), with(repeat.resultId(), repeat, now));
    }
    return decision;
  }

  private Changes with(long resultId, Decision<T> decision, Instant now) {
    return decision.changes().with(new CommandKeyRow(key, content, resultId, now));
  }
}
