package io.orderingengine.contract;

import org.junit.jupiter.api.Nested;

/**
 * The whole contract of a store. A store's author extends it once, says how to get a fresh set of
 * rows, and is told by name what is wrong; suites that are added later come with it.
 */
public abstract class StoreContractSuite extends CommandContractSuite {
  @Nested
  class Groups extends GroupsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class GroupDecisions extends GroupDecisionsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class GroupFailures extends GroupFailuresContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class GroupEnds extends GroupEndsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class GroupStages extends GroupStagesContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }
}
