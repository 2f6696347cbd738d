package io.orderingengine.internal.command;

import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.Rejection;
import org.jspecify.annotations.Nullable;

/** The rule of external ids: one row of a kind has one. */
final class Taken {
  private Taken() {}

  static RowKeys.Builder name(RowKeys.Builder keys, Kind kind, @Nullable String externalId) {
    return externalId == null ? keys : keys.externalId(new ExternalId(kind, externalId));
  }

  /** Why a new row cannot have the external id, or null if it can. */
  static @Nullable Rejection check(Rows rows, Kind kind, @Nullable String externalId) {
    if (externalId == null) {
      return null;
    }
    Long holder = rows.idOf(new ExternalId(kind, externalId));
    return holder == null ? null : new ExternalIdTaken(externalId, holder);
  }
}
