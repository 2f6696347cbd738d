package io.orderingengine.value;

import io.orderingengine.check.Require;
import java.time.Instant;

/** A place in a list that is ordered by creation time and id. Immutable. */
public record Position(Instant createdAt, long id) implements Comparable<Position> {
  public Position {
    createdAt = Require.time("createdAt", createdAt);
    Require.notNegative("id", id);
  }

  @Override
  public int compareTo(Position other) {
    int byTime = createdAt.compareTo(other.createdAt);
    return byTime != 0 ? byTime : Long.compare(id, other.id);
  }
}
