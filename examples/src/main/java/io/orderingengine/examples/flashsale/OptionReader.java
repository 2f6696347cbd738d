package io.orderingengine.examples.flashsale;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Reads options from properties; collects a sentence for each that is bad, and goes on. */
final class OptionReader {
  private final Properties properties;
  private final List<String> complaints = new ArrayList<>();

  OptionReader(Properties properties) {
    this.properties = properties;
  }

  int number(String name, int least, int most, int byDefault) {
    return Math.toIntExact(number(name, (long) least, most, byDefault));
  }

  long number(String name, long least, long most, long byDefault) {
    String text = properties.getProperty(name);
    if (text == null) {
      return byDefault;
    }
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // The sentence below says it.
    }
    String range = Figures.count(least) + " to " + Figures.count(most);
    return complain(name, "a whole number from " + range, text, byDefault);
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E byDefault) {
    String text = properties.getProperty(name);
    if (text == null) {
      return byDefault;
    }
    List<E> choices = Arrays.asList(type.getEnumConstants());
    List<String> names =
        choices.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int found = names.indexOf(text);
    return found >= 0
        ? choices.get(found)
        : complain(name, "one of: " + String.join(", ", names), text, byDefault);
  }

  /** A PNG file that may exist, in a folder that can be made. */
  Path picture(String name, Path byDefault) {
    String text = properties.getProperty(name);
    if (text == null) {
      return byDefault.toAbsolutePath();
    }
    try {
      Path path = Path.of(text).toAbsolutePath();
      if (text.endsWith(".png") && !Files.isDirectory(path) && isWithinFolders(path)) {
        return path;
      }
    } catch (InvalidPathException notAPath) {
      // The sentence below says it.
    }
    return complain(name, "the path of a .png file that can be written", text, byDefault);
  }

  private static boolean isWithinFolders(Path path) {
    Path above = path.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above != null && Files.isDirectory(above) && Files.isWritable(above);
  }

  private <T> T complain(String name, String wanted, String text, T byDefault) {
    complaints.add("Option %s must be %s, but was '%s'.".formatted(name, wanted, text));
    return byDefault;
  }

  /**
   * Ends the reading.
   *
   * @throws BadOptions if an option was bad
   */
  void check() {
    if (!complaints.isEmpty()) {
      throw new BadOptions(complaints);
    }
  }
}
