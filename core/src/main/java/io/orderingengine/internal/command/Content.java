package io.orderingengine.internal.command;

import io.orderingengine.spi.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command's canonical content: its fields in a fixed order, each with its kind and texts with
 * their length, so that no two contents look alike. Its digest is stored, so the form must not
 * change. Not thread-safe.
 */
public final class Content {
  /** One for each thread: to find the algorithm anew costs more than to run it. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Content::sha256);

  private final StringBuilder canonical = new StringBuilder(128);

  private Content() {}

  /** The digest of a command's content. */
  static ContentDigest digest(RepeatableCommand<?> command) {
    var content = new Content();
    command.describe(content.text(command.kind()));
    byte[] bytes = content.canonical.toString().getBytes(StandardCharsets.UTF_8);
    return ContentDigest.of(SHA_256.get().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Content number(long value) {
    canonical.append('n').append(value).append(';');
    return this;
  }

  Content number(@Nullable Long value) {
    return value == null ? none() : number(value.longValue());
  }

  Content flag(boolean value) {
    canonical.append(value ? "t;" : "f;");
    return this;
  }

  Content text(@Nullable String value) {
    if (value == null) {
      return none();
    }
    canonical.append('s').append(value.length()).append(':').append(value).append(';');
    return this;
  }

  Content time(@Nullable Instant value) {
    return value == null ? none() : text(value.toString());
  }

  private Content none() {
    canonical.append("-;");
    return this;
  }
}
