package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.place.Place;
import io.orderingengine.benchmarks.compare.place.Places;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.benchmarks.compare.workload.Requests;
import io.orderingengine.benchmarks.compare.workload.Workload;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Compares ways to write a checkout, on the same rows, with the same requests. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares ways to write a checkout, on the same rows, with the same requests.",
    sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  /** Where the jar is, and other things of the build. */
  private static final Path TARGET = Jar.directory();

  private static final Path FILES = TARGET.resolve("compare");

  /** Of counting what reaches the database, beside the measured time. */
  private static final int SECONDS_OF_COUNTING = 2;

  private final PrintStream out;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--store",
      defaultValue = "h2-mem",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private StoreKind store = StoreKind.H2_MEM;

  @Option(
      names = "--workload",
      defaultValue = "uniform",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private Workload workload = Workload.UNIFORM;

  @Option(names = "--callers", defaultValue = "128", description = "threads, 1 to 10,000")
  private int callers;

  @Option(names = "--seconds", defaultValue = "10", description = "measured in each round")
  private int seconds;

  @Option(names = "--warmup", defaultValue = "3", description = "seconds before, in each round")
  private int warmUp;

  @Option(names = "--rounds", defaultValue = "3", description = "how often each arm runs")
  private int rounds;

  @Option(
      names = "--arms",
      split = ",",
      description = "some of ${COMPLETION-CANDIDATES}; default: all that the store has")
  private List<ArmKind> arms = new ArrayList<>();

  @Option(names = "--pool", defaultValue = "16", description = "connections of each arm")
  private int pool;

  @Option(names = "--seed", defaultValue = "42", description = "of the requests")
  private long seed;

  @Option(
      names = "--requests",
      description = "how many there are; an arm that has made all of them ends early")
  private @Nullable Integer requests;

  @Option(names = "--jdbc-url", description = "a database that is there; its rows are lost")
  private @Nullable String jdbcUrl;

  @Option(names = "--user", description = "who logs in there")
  private @Nullable String user;

  @Option(names = "--password", description = "with which password")
  private @Nullable String password;

  @Option(names = "--json", description = "a file for every figure of every round")
  private @Nullable Path json;

  private CompareCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs it with these arguments: 0 if all went well, 1 if anything failed, 2 for bad arguments.
   */
  public static int run(String... arguments) {
    return printingTo(System.out).execute(arguments);
  }

  static CommandLine printingTo(PrintStream out) {
    return new CommandLine(new CompareCommand(out))
        .registerConverter(StoreKind.class, text -> choice(text, StoreKind.values()))
        .registerConverter(Workload.class, text -> choice(text, Workload.values()))
        .registerConverter(ArmKind.class, text -> choice(text, ArmKind.values()))
        .setParameterExceptionHandler(CompareCommand::explain);
  }

  private static <E> E choice(String text, E[] all) {
    return Stream.of(all)
        .filter(one -> one.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be one of " + Arrays.toString(all) + ", but was '" + text + "'"));
  }

  private static int explain(ParameterException e, String[] arguments) {
    e.getCommandLine().getErr().println(e.getMessage());
    return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public Integer call() throws Exception {
    check();
    int supply = requests != null ? requests : supply();
    Opening opening = Opening.of(workload, supply);
    String unit = workload.isCheckout() ? "checkouts" : "issues";
    var report = new Report(out, unit);
    Plan plan =
        new Plan(
            arms,
            rounds,
            callers,
            Duration.ofSeconds(warmUp),
            Duration.ofSeconds(seconds),
            new Requests(workload, opening, seed));
    try (Place place = place(opening)) {
      Map<String, String> settings = settings(supply);
      settings.putAll(place.settings());
      report.settings(settings);
      Result result;
      try (Progress progress = Progress.of(rounds * arms.size(), unit, out)) {
        result = new Contest(plan, place, progress).run();
      }
      report.result(arms, result);
      if (json != null) {
        Files.writeString(json, Json.of(Figures.of(settings, result)) + "\n");
      }
      return result.faults().isEmpty() ? 0 : FAILED;
    }
  }

  private Place place(Opening opening) {
    if (jdbcUrl != null) {
      return Places.given(jdbcUrl, user, password, opening, pool);
    }
    return switch (store) {
      case MEMORY -> Places.memory(opening);
      case H2_FILE -> Places.h2InFile(FILES.resolve("h2"), opening, pool);
      case H2_MEM -> Places.h2InMemory(opening, pool);
      case POSTGRESQL -> Places.postgreSql(FILES.resolve("postgresql"), opening, pool);
      case MARIADB ->
          Places.mariaDb(
              TARGET.resolve("databases/mariadb-11.4.jar"),
              FILES.resolve("mariadb"),
              opening,
              pool);
    };
  }

  private int supply() {
    return Math.multiplyExact(
        store.requestsPerSecond, Math.addExact(warmUp + seconds, SECONDS_OF_COUNTING));
  }

  private Map<String, String> settings(int supply) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("store", store.toString());
    settings.put("workload", workload.toString());
    settings.put("callers", String.valueOf(callers));
    settings.put("seconds", warmUp + " of warm-up, " + seconds + " measured");
    settings.put("rounds", String.valueOf(rounds));
    settings.put("pool", pool + " connections for each arm");
    settings.put("seed", String.valueOf(seed));
    settings.put("requests", String.valueOf(supply));
    settings.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    settings.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    return settings;
  }

  private void check() {
    within("--callers", callers, 10_000);
    within("--seconds", seconds, 3_600);
    within("--warmup", warmUp, 3_600);
    within("--rounds", rounds, 1_000);
    within("--pool", pool, 10_000);
    if (requests != null) {
      within("--requests", requests, 100_000_000);
    }
    if (jdbcUrl != null && !store.isAt(jdbcUrl)) {
      throw bad("--jdbc-url: %s is no database of --store %s".formatted(jdbcUrl, store));
    }
    if (arms.isEmpty()) {
      arms = store.arms();
    }
    for (ArmKind arm : arms) {
      if (!store.runs(arm)) {
        throw bad("--arms: %s does not run on --store %s".formatted(arm, store));
      }
    }
  }

  private void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw bad("%s must be from 1 to %,d, but was %,d".formatted(option, most, value));
    }
  }

  private ParameterException bad(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }
}
