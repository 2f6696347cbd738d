package io.orderingengine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderingEngineBuilderTest {

  @Test
  void anEngineNeedsAStore() {
    assertThatThrownBy(() -> OrderingEngine.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("store");
  }
}
