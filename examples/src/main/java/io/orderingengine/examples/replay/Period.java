package io.orderingengine.examples.replay;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A stretch of time that has one bar in a chart. */
enum Period {
  DAY(ChronoUnit.DAYS, "d MMM yyyy"),
  WEEK(ChronoUnit.WEEKS, "d MMM yyyy"),
  MONTH(ChronoUnit.MONTHS, "MMM yyyy"),
  YEAR(ChronoUnit.YEARS, "yyyy");

  private static final int MOST_BARS = 70;

  private final ChronoUnit unit;
  private final DateTimeFormatter label;

  Period(ChronoUnit unit, String label) {
    this.unit = unit;
    this.label = DateTimeFormatter.ofPattern(label, Locale.ENGLISH);
  }

  /** The shortest period of which not too many lie between two days. */
  static Period between(LocalDate first, LocalDate last) {
    return Stream.of(values())
        .filter(period -> period.unit.between(first, last) < MOST_BARS)
        .findFirst()
        .orElse(YEAR);
  }

  /** The first day of the period in which a day lies. */
  LocalDate begin(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** The first days of all periods from one day to another, those without sales included. */
  List<LocalDate> all(LocalDate first, LocalDate last) {
    return Stream.iterate(begin(first), day -> !day.isAfter(last), this::next).toList();
  }

  LocalDate next(LocalDate begin) {
    return begin.plus(1, unit);
  }

  String label(LocalDate begin) {
    return label.format(begin);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
