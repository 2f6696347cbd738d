package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import java.util.List;

/** The categories add up to the file, which was counted apart. */
final class FileCheck {
  private FileCheck() {}

  static List<Finding> of(FileTotals file, Tally<Category> tally) {
    Lines all = tally.all();
    return List.of(
        equal("lines of the file", Figures.count(file.lines()), Figures.count(all.count())),
        equal("units of the file", Figures.count(file.units()), Figures.count(all.units())),
        equal("money of the file", Figures.money(file.money()), Figures.money(all.money())));
  }

  private static Finding equal(String subject, String file, String categories) {
    var check = new Finding.Check(subject);
    check.compare("in the categories", file, categories);
    return check.end(categories + " in the categories = counted apart");
  }
}
