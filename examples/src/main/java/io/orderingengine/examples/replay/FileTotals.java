package io.orderingengine.examples.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a whole file adds up to, counted byte by byte. This shares no parsing with the replay, so
 * that a fault in either shows as a difference.
 *
 * @param lines below the header, without empty ones
 * @param units where they are a whole number
 * @param money units times price, where both are numbers
 */
record FileTotals(long lines, long units, BigDecimal money) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static FileTotals of(Path file) {
    var count = new Count();
    var lines = new ByteLines(count::line);
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      bytes.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        bytes.reset();
      }
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        lines.take(next);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    lines.end();
    return count.totals();
  }

  /** The sums so far. */
  private static final class Count {
    private static final int WHOLE_DIGITS = 12;
    private static final int FRACTION_DIGITS = 12;

    private @Nullable List<String> header;
    private long lines;
    private BigInteger units = BigInteger.ZERO;
    private BigInteger trillionths = BigInteger.ZERO;

    void line(List<String> cells) {
      if (header == null) {
        header = cells;
        return;
      }
      lines++;
      int quantity = header.indexOf("Quantity");
      int price = header.indexOf("UnitPrice");
      if (cells.size() == header.size() && quantity >= 0 && price >= 0) {
        add(
            number(cells.get(quantity), 9, 0),
            number(cells.get(price), WHOLE_DIGITS, FRACTION_DIGITS));
      }
    }

    private void add(@Nullable BigInteger quantity, @Nullable BigInteger price) {
      units = quantity == null ? units : units.add(quantity);
      if (quantity != null && price != null) {
        trillionths = trillionths.add(quantity.multiply(price));
      }
    }

    FileTotals totals() {
      return new FileTotals(
          lines, units.longValueExact(), new BigDecimal(trillionths, FRACTION_DIGITS));
    }
  }

  /** A number, shifted by the most digits that it may have behind the point; null if it is none. */
  private static @Nullable BigInteger number(String text, int wholeDigits, int fractionDigits) {
    String bare = text.startsWith("-") ? text.substring(1) : text;
    int point = bare.indexOf('.');
    String whole = point < 0 ? bare : bare.substring(0, point);
    String fraction = point < 0 ? "" : bare.substring(point + 1);
    if (!areDigits(whole, wholeDigits) || (point >= 0 && !areDigits(fraction, fractionDigits))) {
      return null;
    }
    var value = new BigInteger(whole + fraction + "0".repeat(fractionDigits - fraction.length()));
    return text.equals(bare) ? value : value.negate();
  }

  private static boolean areDigits(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(character -> character >= '0' && character <= '9');
  }
}
