package io.orderingengine.value;

import io.orderingengine.check.Require;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a list that is ordered by creation time and id. Begin with {@link
 * #oldestFirst} or {@link #newestFirst}, go on with {@link Page#next()}; between two requests of a
 * web client, {@link #token()} and {@link #parse} carry it. A keyset page costs the same at the end
 * of a list as at its begin, and rows added meanwhile shift nothing. Immutable.
 *
 * @param size the most rows wanted, 1 to 1,000
 * @param newestFirst the direction
 * @param after the last row that was seen, or null for the begin
 */
public record PageRequest(int size, boolean newestFirst, @Nullable Position after) {
  /** The most rows on a page. */
  public static final int MAX_SIZE = 1_000;

  public PageRequest {
    Require.within(1, MAX_SIZE, "size", size);
  }

  public static PageRequest oldestFirst(int size) {
    return new PageRequest(size, false, null);
  }

  public static PageRequest newestFirst(int size) {
    return new PageRequest(size, true, null);
  }

  /** The request that goes on after the given row. */
  public PageRequest after(Position last) {
    return new PageRequest(size, newestFirst, last);
  }

  /** A short text for URLs from which {@link #parse} makes this request again. */
  public String token() {
    String begin = (newestFirst ? "n" : "o") + size;
    return after == null ? begin : begin + "_" + micros(after.createdAt()) + "_" + after.id();
  }

  /**
   * The request of a token.
   *
   * @throws IllegalArgumentException if the text is no token
   */
  public static PageRequest parse(String token) {
    Require.present("token", token);
    try {
      return parsed(token);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "token must come from a page request, but was '" + token + "'", e);
    }
  }

  private static PageRequest parsed(String token) {
    String[] parts = token.substring(1).split("_", 3);
    boolean newestFirst = token.charAt(0) == 'n';
    PageRequest begin = new PageRequest(Integer.parseInt(parts[0]), newestFirst, null);
    PageRequest request =
        parts.length == 1
            ? begin
            : begin.after(new Position(time(parts[1]), Long.parseLong(parts[2])));
    if (!request.token().equals(token)) {
      throw new IllegalArgumentException("the token is not in its canonical form");
    }
    return request;
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant time(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }
}
