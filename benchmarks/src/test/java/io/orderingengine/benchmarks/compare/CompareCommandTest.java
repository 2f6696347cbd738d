package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
  @Test
  void measuresAndWritesEveryFigure(@TempDir Path directory) throws Exception {
    Path json = directory.resolve("figures.json");
    int code =
        CompareCommand.run(
            "--store=memory",
            "--arms=ours,bare",
            "--callers=2",
            "--seconds=1",
            "--warmup=1",
            "--rounds=1",
            "--requests=600000",
            "--json=" + json);
    assertThat(code).isZero();
    assertThat(Files.readString(json)).contains("\"arm\": \"bare\"", "\"perSecond\"", "\"seed\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--store, paper",
    "--callers, 0",
    "--arms, bare",
    "--arms, procedure",
    "--jdbc-url, jdbc:paper",
    "--rounds, many",
    "--colour, red",
  })
  void refusesAndNamesABadArgument(String option, String value) {
    var errors = new StringWriter();
    int code =
        CompareCommand.printingTo(System.out)
            .setErr(new PrintWriter(errors))
            .execute(option + "=" + value);
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains(option).containsPattern("\\b" + value + "\\b");
  }
}
