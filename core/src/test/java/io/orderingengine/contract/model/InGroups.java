package io.orderingengine.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.contract.Calling;
import io.orderingengine.contract.GroupedEngine;
import java.util.List;
import java.util.function.Supplier;

/** As many calls in one group as can be made without the answer of another of them. */
record InGroups(EngineSide side, GroupedEngine groups) implements Asking {
  @Override
  public List<Call> first(List<Call> calls) {
    int end = 1;
    if (!References.standsAlone(calls.get(0))) {
      while (end < calls.size()
          && !References.standsAlone(calls.get(end))
          && References.areKnown(calls.get(end), side.numbers())) {
        end++;
      }
    }
    return calls.subList(0, end);
  }

  @Override
  public List<String> answers(List<Call> calls) {
    if (calls.size() == 1) {
      return List.of(side.make(calls.get(0)).get());
    }
    List<Supplier<Supplier<String>>> made =
        calls.stream().<Supplier<Supplier<String>>>map(call -> () -> side.make(call)).toList();
    List<Calling<Supplier<String>>> group = groups.together(made);
    List<Supplier<String>> answers = group.stream().map(Calling::told).toList();
    assertThat(groups.transactions()).as("transactions of one group").isLessThanOrEqualTo(1);
    return answers.stream().map(Supplier::get).toList();
  }
}
