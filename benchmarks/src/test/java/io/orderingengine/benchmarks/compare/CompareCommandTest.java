package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "--requests=20000",
            "--json=" + json);
    assertThat(code).isZero();
    assertThat(Files.readString(json)).contains("\"arm\": \"bare\"", "\"perSecond\"", "\"seed\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--store=paper", "--callers=0", "--arms=bare", "--rounds=many", "--colour=red"})
  void refusesBadArguments(String argument) {
    assertThat(CompareCommand.run(argument)).isEqualTo(2);
  }
}
