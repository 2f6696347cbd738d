package io.orderingengine.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A file of retail invoices, read line by line. A line closes the quotes that it opens: so a stray
 * quote harms its own line and swallows none of those below. Bytes that are no UTF-8 are read as
 * replacement characters; empty lines are skipped.
 */
final class RetailFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RetailFile() {}

  /**
   * Reads all lines below the header, in file order.
   *
   * @throws io.orderingengine.examples.console.BadOptions if the header lacks a column
   */
  static void read(Path file, Consumer<Fields> reader) {
    try (var bytes = Files.newInputStream(file);
        var lines = new BufferedReader(new InputStreamReader(bytes, UTF_8))) {
      Columns columns = Columns.of(header(lines), file);
      int number = 2;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          reader.accept(new Fields(number, columns, fields(line)));
        }
        number++;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> header(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null || line.isEmpty()) {
      return List.of();
    }
    List<String> names =
        fields(line.startsWith(BYTE_ORDER_MARK) ? line.substring(BYTE_ORDER_MARK.length()) : line);
    return names == null ? List.of() : names;
  }

  /** The fields of a line, or null if its quotes are broken. */
  private static @Nullable List<String> fields(String line) {
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
      return parser.getRecords().get(0).toList();
    } catch (IOException | UncheckedIOException broken) {
      return null;
    }
  }
}
