package io.orderingengine.contract.model;

import java.util.List;

/** How calls are made: alone, or some of them in one group. */
interface Asking {
  /** The first of the calls, at least one: those that can be made next. */
  List<Call> first(List<Call> calls);

  /** Makes the calls; the answers are in the order of the calls. */
  List<String> answers(List<Call> calls);
}
