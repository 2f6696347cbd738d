package io.orderingengine.benchmarks.compare;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The jar of this program, or the directory of its classes. */
final class Jar {
  private Jar() {}

  /** In which it lies: {@code target} after a build. */
  static Path directory() {
    try {
      var place = Jar.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Objects.requireNonNull(Path.of(place).toAbsolutePath().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
