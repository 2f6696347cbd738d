package io.orderingengine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Rejection REASON = new AmountOutOfRange("balance", Money.of(1));
  private final Outcome<Integer> yes = Outcome.accepted(7);
  private final Outcome<Integer> no = Outcome.rejected(REASON);

  @Test
  void foldTakesTheBranchOfTheOutcome() {
    assertThat(yes.<String>fold(value -> "yes " + value, Rejection::code)).isEqualTo("yes 7");
    assertThat(no.<String>fold(value -> "yes " + value, Rejection::code))
        .isEqualTo("AMOUNT_OUT_OF_RANGE");
  }

  @Test
  void mapChangesTheValueAndKeepsTheReason() {
    assertThat(yes.map(value -> value + 1)).isEqualTo(Outcome.accepted(8));
    assertThat(no.map(value -> value + 1)).isEqualTo(no);
  }

  @Test
  void theReasonIsThereOnlyIfItWasRejected() {
    assertThat(no.rejection()).contains(REASON);
    assertThat(yes.rejection()).isEmpty();
  }

  @Test
  void orElseThrowThrowsTheReasonWithoutAStackTrace() {
    assertThat(yes.orElseThrow()).isEqualTo(7);
    RejectedException thrown = catchThrowableOfType(RejectedException.class, no::orElseThrow);
    assertThat(thrown.reason()).isEqualTo(REASON);
    assertThat(thrown).hasMessageContaining(REASON.code()).hasMessageContaining(REASON.message());
    assertThat(thrown.getStackTrace()).isEmpty();
  }

  @Test
  void anOutcomeHoldsSomething() {
    assertThatThrownBy(() -> Outcome.accepted(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Outcome.rejected(null)).isInstanceOf(IllegalArgumentException.class);
  }
}
