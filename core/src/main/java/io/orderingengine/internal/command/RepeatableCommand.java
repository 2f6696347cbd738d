package io.orderingengine.internal.command;

import io.orderingengine.spi.StoreQueries;
import java.time.Instant;

/** A command that may carry an idempotency key, and whose result can be read again later. */
public interface RepeatableCommand<T> extends Command<T> {
  /** The kind of command, a part of its idempotency key: stored, so never to be changed. */
  String kind();

  /** Whose idempotency keys it uses: the user's id, or 0 for what the shop does. */
  default long scope() {
    return 0;
  }

  /** Adds the command's content, by which commands under one key are told apart. */
  void describe(Content content);

  /** The result of an earlier run, in its present state. */
  T read(StoreQueries queries, long resultId, Instant now);
}
