package io.orderingengine.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Checks of arguments. Each throws an {@link IllegalArgumentException} that names the field and the
 * value, and returns the value when it is good.
 */
public final class Require {
  /** The most characters that a name, a brand, an option or an external id may have. */
  public static final int TEXT = 255;

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);
  private static final Duration CENTURY = Duration.ofDays(36_525);
  private static final Instant LAST_NOW = LAST.minus(CENTURY);
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int SHOWN = 40;

  private Require() {}

  public static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " must not be null");
    }
    return value;
  }

  public static long positive(String field, long value) {
    return atLeast(1, field, value);
  }

  public static long notNegative(String field, long value) {
    return atLeast(0, field, value);
  }

  private static long atLeast(long least, String field, long value) {
    if (value < least) {
      throw new IllegalArgumentException(
          field + " must be at least " + least + ", but was " + value);
    }
    return value;
  }

  public static int within(int least, int most, String field, int value) {
    return (int) within((long) least, most, field, (long) value);
  }

  public static long within(long least, long most, String field, long value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + " must be from " + least + " to " + most + ", but was " + value);
    }
    return value;
  }

  /** A text of 1 to {@code most} characters, not blank, that every database can store as it is. */
  public static String text(String field, String value, int most) {
    present(field, value);
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank, but was '" + value + "'");
    }
    if (value.length() > most) {
      throw new IllegalArgumentException(
          "%s must have at most %d characters, but has %d: '%s…'"
              .formatted(field, most, value.length(), value.substring(0, SHOWN)));
    }
    for (int i = 0; i < value.length(); i++) {
      i = storable(field, value, i);
    }
    return value;
  }

  /** The index of the last char of the character at {@code i}; PostgreSQL stores no NUL. */
  private static int storable(String field, String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)
        && i + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(i + 1))) {
      return i + 1;
    }
    if (c == 0 || Character.isSurrogate(c)) {
      throw new IllegalArgumentException(
          "%s must not hold the character U+%04X, but does at index %d"
              .formatted(field, (int) c, i));
    }
    return i;
  }

  /** A duration of 1 microsecond to 100 years, truncated to microseconds. */
  public static Duration positive(String field, Duration value) {
    present(field, value);
    if (value.compareTo(MICROSECOND) < 0 || value.compareTo(CENTURY) > 0) {
      throw new IllegalArgumentException(
          field + " must be from 1 microsecond to 100 years, but was " + value);
    }
    return value.truncatedTo(ChronoUnit.MICROS);
  }

  /** A time that leaves room for the longest duration behind it. */
  public static Instant now(String field, Instant value) {
    return time(field, value, LAST_NOW);
  }

  /** A time of the years 1970 to 9999, truncated to the microseconds that databases keep. */
  public static Instant time(String field, Instant value) {
    return time(field, value, LAST);
  }

  private static Instant time(String field, Instant value, Instant last) {
    present(field, value);
    if (value.isBefore(FIRST) || value.isAfter(last)) {
      throw new IllegalArgumentException(
          field + " must be from " + FIRST + " to " + last + ", but was " + value);
    }
    long nanos = value.getNano();
    return Instant.ofEpochSecond(value.getEpochSecond(), nanos - nanos % NANOS_PER_MICRO);
  }
}
