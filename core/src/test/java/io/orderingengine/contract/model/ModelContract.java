package io.orderingengine.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.contract.BentRows;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of calls on the model and on the engine: equal answers, equal rows. A sequence
 * is known by its seed; {@code -Dmodel.seed=N} runs that one again, {@code -Dmodel.from=N} others
 * than usual.
 */
public abstract class ModelContract {
  private static final int PLANTED_SEQUENCES = 3_000;
  private static final int RARE_SEQUENCES = 20_000;

  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  /** How many sequences to run; fewer where a fresh store takes long. */
  protected int sequences() {
    return 20_000;
  }

  @Test
  void theEngineAnswersAndKeepsWhatTheModelDoes() {
    Map<String, Integer> answers = new TreeMap<>();
    var comparison =
        new Comparison(
            this::newFixture, Model::new, answer -> answers.merge(kind(answer), 1, Integer::sum));
    Long one = Long.getLong("model.seed");
    if (one != null) {
      assertEqual(one, comparison);
      return;
    }
    long from = Long.getLong("model.from", 1);
    long end = from + sequences();
    LongStream.range(from, end).forEach(seed -> assertEqual(seed, comparison));
    LongStream.range(end, end + RARE_SEQUENCES)
        .filter(seed -> meetsMore(seed, answers.keySet()))
        .forEach(seed -> assertEqual(seed, comparison));
    System.out.println("model: agreed on " + answers);
    assertThat(answers.keySet()).as("answers that were met").containsAll(ANSWERS);
  }

  /** Whether a sequence brings what few sequences do not; the model alone tells, and quickly. */
  private static boolean meetsMore(long seed, Set<String> met) {
    return !met.containsAll(ANSWERS)
        && Comparison.answers(RandomCalls.of(seed))
            .map(ModelContract::kind)
            .anyMatch(kind -> !met.contains(kind));
  }

  /** The first word of an answer, or of a refusal its code. */
  private static String kind(String answer) {
    String[] words = answer.split(" ", 3);
    return words[0].equals("no") || words[0].equals("bad") ? words[0] + " " + words[1] : words[0];
  }

  private static final List<String> ANSWERS =
      List.of(
          "bad argument",
          "coupon",
          "expired",
          "issued",
          "no AMOUNT_OUT_OF_RANGE",
          "no COUPON_ALREADY_USED",
          "no COUPON_EXPIRED",
          "no COUPON_NOT_FOUND",
          "no COUPON_NOT_OPEN",
          "no COUPON_SOLD_OUT",
          "no EXTERNAL_ID_TAKEN",
          "no INSUFFICIENT_BALANCE",
          "no KEY_REUSED",
          "no NOT_CANCELLABLE",
          "no NOT_FOR_SALE",
          "no NOT_PAYABLE",
          "no ORDER_NOT_FOUND",
          "no OUT_OF_STOCK",
          "no PRODUCT_DETAIL_NOT_FOUND",
          "no PRODUCT_NOT_FOUND",
          "no TOTAL_CHANGED",
          "no USER_NOT_FOUND",
          "nothing",
          "option",
          "order",
          "product",
          "user");

  private static void assertEqual(long seed, Comparison comparison) {
    assertEqual(seed, comparison::difference);
  }

  private static void assertEqual(long seed, Function<List<Call>, Optional<String>> difference) {
    List<Call> calls = RandomCalls.of(seed);
    if (difference.apply(calls).isPresent()) {
      List<Call> few = Shrinking.of(calls, rest -> difference.apply(rest).isPresent());
      String steps = few.stream().map(Call::toString).collect(Collectors.joining("\n  "));
      throw new AssertionError(
          "seed %d differs (again with -Dmodel.seed=%d)\n  %s\n%s"
              .formatted(seed, seed, steps, difference.apply(few).orElse("")));
    }
  }

  /** Fewer sequences: each call has a thread of its own. */
  @Test
  void commandsOfOneGroupAnswerAndKeepWhatTheModelDoes() {
    var comparison = new Comparison(this::newFixture, Model::new, answer -> {});
    Function<List<Call>, Optional<String>> difference =
        calls -> comparison.differenceInGroups(calls, rows -> rows);
    Long one = Long.getLong("model.seed");
    long from = one == null ? Long.getLong("model.from", 1) : one;
    long end = from + (one == null ? Math.max(20, sequences() / 100) : 1);
    LongStream.range(from, end).forEach(seed -> assertEqual(seed, difference));
  }

  /** An option costs one more when its row is looked at once more. */
  private static Rows dearerWhenSeenAgain(Rows rows) {
    Set<Object> seen = new HashSet<>();
    return BentRows.of(
        rows,
        (what, key, row) ->
            row instanceof ProductDetailRow option && !seen.add(key)
                ? option.after(
                    new PriceChange(
                        option.id(), option.price(), option.price() + 1, option.modifiedAt()))
                : row);
  }

  /** A row that the first of a group has changed looks wrong to the next. */
  @Test
  void aRowThatTheNextOfItsGroupSeesWronglyIsFound() {
    var comparison = new Comparison(this::newFixture, Model::new, answer -> {});
    Optional<List<Call>> found =
        LongStream.rangeClosed(1, 20)
            .mapToObj(RandomCalls::of)
            .filter(
                calls ->
                    comparison
                        .differenceInGroups(calls, ModelContract::dearerWhenSeenAgain)
                        .isPresent())
            .findFirst();
    assertThat(found).as("a sequence that tells").isPresent();
    assertThat(comparison.differenceInGroups(found.get(), rows -> rows))
        .as("the same calls, seen rightly")
        .isEmpty();
  }

  /** Hunted and shrunk between models, where that is quick; then the store must tell as well. */
  @Test
  void aRuleThatIsBentIsFoundAndShrinks() {
    var right = new Comparison(this::newFixture, Model::new, answer -> {});
    BentRules.ALL.forEach(
        (name, bent) -> {
          var comparison = new Comparison(this::newFixture, bent::model, answer -> {});
          Optional<List<Call>> found =
              LongStream.rangeClosed(1, PLANTED_SEQUENCES)
                  .mapToObj(RandomCalls::of)
                  .filter(comparison::differsFromTheModel)
                  .findFirst();
          assertThat(found).as(name).isPresent();
          assertThat(comparison.difference(found.get())).as(name).isPresent();
          List<Call> few = Shrinking.of(found.get(), comparison::differsFromTheModel);
          assertThat(few).as(name).hasSizeLessThanOrEqualTo(12);
          assertThat(comparison.difference(few)).as(name).isPresent();
          assertThat(right.difference(few)).as("the same calls, " + name + " no longer").isEmpty();
        });
  }
}
