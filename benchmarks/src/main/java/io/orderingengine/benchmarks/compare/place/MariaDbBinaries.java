package io.orderingengine.benchmarks.compare.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar in which Maven Central has MariaDB; too large to be a part of ours. */
record MariaDbBinaries(Path jar) {
  private static final String SERVER = "bin/mariadbd";

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
        unpack(archive, directory, unpacked);
      }
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB could not be unpacked from " + jar, e);
    }
  }

  /** All files appear at once. */
  private static void unpack(ZipFile archive, Path directory, Path target) throws IOException {
    String root = root(archive);
    Path fresh = Files.createTempDirectory(directory, "unpacking-");
    for (ZipEntry entry : Collections.list(archive.entries())) {
      if (entry.getName().startsWith(root) && !entry.isDirectory()) {
        copy(archive, entry, fresh, entry.getName().substring(root.length()));
      }
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What the names of all files begin with. */
  private static String root(ZipFile archive) {
    return archive.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(SERVER))
        .map(name -> name.substring(0, name.length() - SERVER.length()))
        .findFirst()
        .orElseThrow();
  }

  private static void copy(ZipFile archive, ZipEntry entry, Path directory, String name)
      throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream in = archive.getInputStream(entry)) {
      Files.copy(in, file);
    }
    if (name.startsWith("bin/") || name.startsWith("scripts/")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
