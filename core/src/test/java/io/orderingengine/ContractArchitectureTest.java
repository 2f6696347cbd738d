package io.orderingengine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The contract is published: it knows what any store's author sees, and no more. */
@AnalyzeClasses(
    packages = "io.orderingengine.contract",
    importOptions = ImportOption.OnlyIncludeTests.class)
class ContractArchitectureTest {
  @ArchTest
  static final ArchRule theContractUsesNothingInternal =
      noClasses()
          .that()
          .resideInAPackage("io.orderingengine.contract")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.orderingengine.internal..", "io.orderingengine.check..");
}
