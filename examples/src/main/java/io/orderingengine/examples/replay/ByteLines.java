package io.orderingengine.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a file byte by byte and cuts it into lines of cells, without blanks around them. An empty
 * line is left out; a line whose quotes are broken has no cells. Used by one thread.
 */
final class ByteLines {
  private final Consumer<List<String>> lines;
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private Place place = Place.LINE;
  private boolean returned;

  /** Where the next byte stands. */
  private enum Place {
    LINE,
    CELL,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    AFTER_CELL,
    BROKEN
  }

  ByteLines(Consumer<List<String>> lines) {
    this.lines = lines;
  }

  void take(int next) {
    boolean endsAlready = next == '\n' && returned;
    returned = next == '\r';
    if (next != '\n' && next != '\r') {
      place = step(next);
    } else if (!endsAlready) {
      end();
    }
  }

  private Place step(int next) {
    return switch (place) {
      case LINE, CELL -> next == '"' ? Place.QUOTED : plain(next);
      case PLAIN -> plain(next);
      case QUOTED -> next == '"' ? Place.AFTER_QUOTE : keep(next, Place.QUOTED);
      case AFTER_QUOTE -> next == '"' ? keep(next, Place.QUOTED) : afterCell(next);
      case AFTER_CELL -> afterCell(next);
      case BROKEN -> Place.BROKEN;
    };
  }

  private Place plain(int next) {
    return next == ',' ? endCell() : keep(next, Place.PLAIN);
  }

  private Place afterCell(int next) {
    if (next == ',') {
      return endCell();
    }
    return Character.isWhitespace(next) ? Place.AFTER_CELL : Place.BROKEN;
  }

  private Place keep(int next, Place then) {
    cell.append((char) next);
    return then;
  }

  private Place endCell() {
    int from = 0;
    int to = cell.length();
    while (from < to && cell.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && cell.charAt(to - 1) <= ' ') {
      to--;
    }
    cells.add(cell.substring(from, to));
    cell.setLength(0);
    return Place.CELL;
  }

  /** Ends the line, which may be the last. */
  void end() {
    if (place != Place.LINE) {
      endCell();
      boolean broken = place == Place.BROKEN || place == Place.QUOTED;
      lines.accept(broken ? List.of() : cells);
      cells = new ArrayList<>();
      place = Place.LINE;
    }
  }
}
