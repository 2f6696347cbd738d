package io.orderingengine.jdbi;

import io.orderingengine.value.Outcome;
import io.orderingengine.value.Rejection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;

/**
 * What a caller in another process was told, as a line of text.
 *
 * @param call the call's name, without spaces; what is one call of both processes has one name
 * @param detail an id, a reason, or a stack trace
 */
record Told(String call, Answer answer, String detail) {
  private static final String NEW_LINE = " // ";

  /** How a call can end. */
  enum Answer {
    ACCEPTED,
    REFUSED,
    FAILED
  }

  /** Makes the call, and keeps its answer, be it an exception. */
  static <T> Told of(String name, Callable<Outcome<T>> call, ToLongFunction<T> id) {
    try {
      return call.call()
          .fold(
              value -> new Told(name, Answer.ACCEPTED, String.valueOf(id.applyAsLong(value))),
              reason -> refused(name, reason));
    } catch (Exception e) {
      return failed(name, e);
    }
  }

  static Told failed(String name, Exception failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    return new Told(name, Answer.FAILED, trace.toString());
  }

  private static Told refused(String name, Rejection reason) {
    return new Told(name, Answer.REFUSED, reason.code());
  }

  static Told parse(String line) {
    String[] parts = line.split(" ", 3);
    return new Told(parts[0], Answer.valueOf(parts[1]), parts[2].replace(NEW_LINE, "\n"));
  }

  boolean isAccepted() {
    return answer == Answer.ACCEPTED;
  }

  /** What was accepted. */
  long id() {
    return Long.parseLong(detail);
  }

  /** Whether the call is of this kind. */
  boolean is(String kind) {
    return call.startsWith(kind + "-");
  }

  @Override
  public String toString() {
    return String.join(" ", call, answer.name(), detail.strip().replace("\n", NEW_LINE));
  }
}
