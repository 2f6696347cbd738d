package io.orderingengine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The house as it is drawn in ARCHITECTURE.md: what may know what. */
@AnalyzeClasses(
    packages = "io.orderingengine",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.orderingengine";

  /** Each package, with those that it may know. */
  private static ArchRule knowsOnly(String name, String... known) {
    List<String> allowed =
        new ArrayList<>(
            List.of(
                "java..", "org.jspecify.annotations", ROOT + ".check", ROOT + "." + name + ".."));
    for (String other : known) {
      allowed.add(ROOT + "." + other + "..");
    }
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new));
  }

  @ArchTest static final ArchRule check = knowsOnly("check");
  @ArchTest static final ArchRule value = knowsOnly("value");
  @ArchTest static final ArchRule user = knowsOnly("user", "value");
  @ArchTest static final ArchRule catalog = knowsOnly("catalog", "value");
  @ArchTest static final ArchRule coupon = knowsOnly("coupon", "value", "user", "catalog");
  @ArchTest static final ArchRule balance = knowsOnly("balance", "value", "user", "coupon");

  @ArchTest
  static final ArchRule order = knowsOnly("order", "value", "user", "catalog", "coupon", "balance");

  @ArchTest
  static final ArchRule event =
      knowsOnly("event", "value", "user", "catalog", "coupon", "balance", "order");

  @ArchTest
  static final ArchRule spi =
      knowsOnly("spi", "value", "user", "catalog", "coupon", "balance", "order", "event");

  @ArchTest
  static final ArchRule internal =
      knowsOnly(
          "internal", "value", "user", "catalog", "coupon", "balance", "order", "event", "spi");

  @ArchTest
  static final ArchRule noCycle = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule aCommandKnowsNoStore =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".internal.command")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.spi\\.(OrderingStore|StoreTransaction|StoreWork)");

  @ArchTest
  static final ArchRule aCommandReadsNoClock =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".internal.command")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.(time\\.Clock|util\\.Random|util\\.concurrent\\..*)");

  @ArchTest
  static final ArchRule whatIsNotForExtensionIsFinal =
      classes()
          .that(not(resideInAnyPackage(ROOT + ".spi", ROOT + ".internal..")))
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule theInsideIsReachedThroughOneDoor =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".internal..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(ROOT + ".internal.command", ROOT + ".internal.execution"));
}
