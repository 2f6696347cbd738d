package io.orderingengine.benchmarks.compare.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar in which Maven Central has MariaDB; too large to be a part of ours. */
record MariaDbBinaries(Path jar) {
  /** The directory of the binaries; later runs use it too. */
  Path unpackedIn(Path directory) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "there are no binaries of MariaDB in " + jar + ": mvn package puts them there");
    }
    try (var archive = new ZipFile(jar.toFile())) {
      Files.createDirectories(directory);
      Path unpacked = directory.resolve("binaries");
      if (!Files.exists(unpacked)) {
        unpack(archive, unpacked);
      }
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB could not be unpacked from " + jar, e);
    }
  }

  /** All files appear at once. */
  private static void unpack(ZipFile archive, Path target) throws IOException {
    Path root = root(archive);
    Path fresh = Files.createTempDirectory(target.getParent(), "unpacking-");
    for (ZipEntry entry : Collections.list(archive.entries())) {
      Path path = Path.of(entry.getName());
      if (path.startsWith(root) && !entry.isDirectory()) {
        copy(archive, entry, fresh.resolve(root.relativize(path).toString()));
      }
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path root(ZipFile archive) {
    return archive.stream()
        .map(entry -> Path.of(entry.getName()))
        .filter(path -> path.endsWith("bin/mariadbd"))
        .map(path -> path.getParent().getParent())
        .findFirst()
        .orElseThrow();
  }

  private static void copy(ZipFile archive, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream in = archive.getInputStream(entry)) {
      Files.copy(in, file);
    }
    if (file.getParent().endsWith("bin") || file.getParent().endsWith("scripts")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
