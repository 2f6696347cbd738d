package io.orderingengine.examples.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads options from properties; collects a sentence for each that is bad, and goes on. */
public final class OptionReader {
  private final Properties properties;
  private final List<String> complaints = new ArrayList<>();

  public OptionReader(Properties properties) {
    this.properties = properties;
  }

  public int number(String name, int least, int most, int byDefault) {
    return Math.toIntExact(number(name, (long) least, most, byDefault));
  }

  public long number(String name, long least, long most, long byDefault) {
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

  public <E extends Enum<E>> E choice(String name, Class<E> type, E byDefault) {
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

  /** Any text, or null if there is none. */
  @Nullable String text(String name) {
    return properties.getProperty(name);
  }

  /** Complains if an option is there that should not be, such as {@code without jdbc.url}. */
  void refuse(String name, String when) {
    if (properties.containsKey(name)) {
      complaints.add("Option %s must not be given %s.".formatted(name, when));
    }
  }

  /** A file that is there, or null if none is asked for. */
  public @Nullable Path file(String name) {
    String text = properties.getProperty(name);
    if (text == null) {
      return null;
    }
    try {
      Path path = Path.of(text).toAbsolutePath();
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return path;
      }
    } catch (InvalidPathException notAPath) {
      // The sentence below says it.
    }
    complain(name, "the path of a file that can be read", text, "");
    return null;
  }

  /** A PNG file that may exist, in a folder that can be made. */
  public Path picture(String name, Path byDefault) {
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
    complain(name, wanted, text);
    return byDefault;
  }

  void complain(String name, String wanted, String text) {
    complaints.add("Option %s must be %s, but was '%s'.".formatted(name, wanted, text));
  }

  /**
   * Ends the reading.
   *
   * @throws BadOptions if an option was bad
   */
  public void check() {
    if (!complaints.isEmpty()) {
      throw new BadOptions(complaints);
    }
  }
}
