package io.orderingengine.contract.model;

import java.util.List;

/** Each call when the one before it has returned. */
record Alone(EngineSide side) implements Asking {
  @Override
  public List<Call> first(List<Call> calls) {
    return calls.subList(0, 1);
  }

  @Override
  public List<String> answers(List<Call> calls) {
    return calls.stream().map(call -> side.make(call).get()).toList();
  }
}
