package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngineBuilder;
import io.orderingengine.contract.StagedStore.Seen;
import io.orderingengine.order.Checkout;
import io.orderingengine.spi.Grouping;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the suites about groups begin and end with: beside the engine of every suite one more over
 * the same rows, whose commands meet in groups as a test wants them to.
 */
public abstract class GroupContract extends StoreContract {
  static final Grouping ONE_LANE = Grouping.of(1, 1_000);

  /** What a charge names and writes: a balance, its history and an event. */
  static final int ROWS_OF_A_CHARGE = 3;

  private static final int PATIENCE_SECONDS = 30;
  private static final int A_MOMENT_MILLIS = 50;

  private final List<GroupedEngine> opened = new ArrayList<>();
  GroupedEngine groups;

  @BeforeEach
  void openGroups() {
    groups = open(ONE_LANE, builder -> builder);
  }

  @AfterEach
  void closeGroups() {
    opened.forEach(GroupedEngine::close);
  }

  /** One more engine over the same rows. */
  final GroupedEngine open(Grouping grouping, UnaryOperator<OrderingEngineBuilder> settings) {
    GroupedEngine more =
        GroupedEngine.over(
            fixture.open(),
            builder ->
                settings.apply(
                    builder.clock(clock).unpaidOrdersExpireAfter(UNPAID_FOR).grouping(grouping)));
    opened.add(more);
    return more;
  }

  final List<UserId> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> user(0)).toList();
  }

  final Supplier<Outcome<?>> charge(UserId user) {
    return () -> groups.engine().balances().charge(user, Money.of(1));
  }

  final Supplier<Outcome<?>> checkout(Checkout cart) {
    return () -> groups.engine().orders().checkout(cart);
  }

  /** Makes the calls as one group, and waits until each is answered or has failed. */
  @SafeVarargs
  final List<Calling<Outcome<?>>> together(Supplier<Outcome<?>>... calls) {
    List<Supplier<Outcome<?>>> listed = new ArrayList<>();
    for (Supplier<Outcome<?>> call : calls) {
      listed.add(call);
    }
    return together(listed);
  }

  final List<Calling<Outcome<?>>> together(List<Supplier<Outcome<?>>> calls) {
    List<Calling<Outcome<?>>> group = groups.together(calls);
    group.forEach(Calling::failure);
    return group;
  }

  /** What each call was told. */
  static List<Outcome<?>> told(List<Calling<Outcome<?>>> calls) {
    List<Outcome<?>> told = new ArrayList<>();
    calls.forEach(call -> told.add(call.told()));
    return told;
  }

  /** Which of them were accepted. */
  static List<Boolean> accepted(List<Calling<Outcome<?>>> calls) {
    return told(calls).stream().map(Outcome::isAccepted).toList();
  }

  /** The users of each transaction since the lane was taken. */
  final List<List<Long>> groupsSeen() {
    return groups.staged().seen().stream().map(Seen::users).toList();
  }

  static List<Long> ids(List<UserId> users) {
    return users.stream().map(UserId::value).toList();
  }

  final void assertLaneWorks() {
    assertThat(groups.start(charge(user(0))).told().isAccepted()).as("the lane works").isTrue();
  }

  /** Whether one of them ends within a moment, which is too long for one that is free to end. */
  static boolean oneEndsInAMoment(Stream<? extends CompletableFuture<?>> futures) {
    CompletableFuture<?> first =
        CompletableFuture.anyOf(futures.toArray(CompletableFuture<?>[]::new));
    try {
      first.get(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a stage was told. */
  static <R> R get(CompletionStage<R> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      StagedStore.fail(e.getCause());
      throw new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the stage was not completed", e);
    }
  }

  /** What a stage failed with; null if it was answered. */
  static Throwable failure(CompletionStage<?> stage) {
    return get(
        stage.handle(
            (told, thrown) -> thrown instanceof CompletionException ? thrown.getCause() : thrown));
  }
}
