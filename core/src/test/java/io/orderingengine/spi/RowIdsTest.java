package io.orderingengine.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowIdsTest {

  @Test
  void idsAreDistinctAndAscend() {
    assertThat(RowIds.of(3, 1, 2, 3, 1).toArray()).containsExactly(1, 2, 3);
    assertThat(RowIds.of(List.of("ccc", "a", "bb", "dd"), String::length).toArray())
        .containsExactly(1, 2, 3);
    assertThat(RowIds.of(4, 1).and(RowIds.of(2, 4))).isEqualTo(RowIds.of(1, 2, 4));
    assertThat(RowIds.union(List.of(4L, 2L, 4L), RowIds::of)).isEqualTo(RowIds.of(2, 4));
    assertThat(RowIds.none().and(RowIds.of(5))).isEqualTo(RowIds.of(5)).hasToString("[5]");
  }

  @Test
  void anIdIsFound() {
    RowIds ids = RowIds.of(10, 20);
    assertThat(ids.contains(10)).isTrue();
    assertThat(ids.contains(15)).isFalse();
    assertThat(RowIds.none().contains(1)).isFalse();
    assertThat(ids.get(1)).isEqualTo(20);
  }

  @Test
  void anArrayGivenOrTakenIsACopy() {
    long[] given = {1, 2};
    RowIds ids = RowIds.of(given);
    given[0] = 9;
    ids.toArray()[1] = 9;
    assertThat(ids).isEqualTo(RowIds.of(1, 2));
  }
}
