package io.orderingengine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README quotes the first example as it is compiled and run. */
final class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path EXAMPLE =
      Path.of("src/main/java/io/orderingengine/examples/FirstTenMinutesMain.java");

  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern TAGGED =
      Pattern.compile("(?s)// tag::first\\[\\]\n(.*?) *// end::first\\[\\]");

  @Test
  void theFirstSnippetIsTheFirstExample() throws IOException {
    List<List<String>> snippets =
        all(SNIPPET, README).stream()
            .filter(snippet -> snippet.contains("OrderingEngine.builder()"))
            .map(ReadmeTest::unindented)
            .toList();

    List<String> example = unindented(all(TAGGED, EXAMPLE).get(0));
    assertThat(example).hasSizeGreaterThan(10);
    assertThat(snippets).as("java snippets that build an engine").contains(example);
  }

  private static List<String> all(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static List<String> unindented(String text) {
    return text.lines().map(String::strip).toList();
  }
}
