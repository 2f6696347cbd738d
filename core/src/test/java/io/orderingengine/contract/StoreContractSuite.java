package io.orderingengine.contract;

import io.orderingengine.contract.model.ModelContract;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of a store. A store's author extends it once, says how to get a fresh set of
 * rows, and is told by name what is wrong; suites that are added later come with it.
 */
public abstract class StoreContractSuite {
  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  /** How many people ask for 100 coupons in a race; fewer where registering them takes long. */
  protected int people() {
    return 10_000;
  }

  /** How many sequences run against the model; fewer where a fresh store takes long. */
  protected int sequences() {
    return 20_000;
  }

  @Nested
  class Users extends UsersContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Balances extends BalancesContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Catalog extends CatalogContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Coupons extends CouponsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Checkouts extends CheckoutContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Payments extends PaymentsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Pages extends PagesContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Arguments extends ArgumentsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Transactions extends TransactionContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Locks extends LocksContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class LockOrder extends LockOrderContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Racing extends RacesContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }

    @Override
    protected int people() {
      return StoreContractSuite.this.people();
    }
  }

  @Nested
  class PlantedBugs extends PlantedBugsContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

  @Nested
  class Conserved extends ConservationContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }
  }

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

  @Nested
  class AgainstTheModel extends ModelContract {
    @Override
    protected StoreFixture newFixture() {
      return StoreContractSuite.this.newFixture();
    }

    @Override
    protected int sequences() {
      return StoreContractSuite.this.sequences();
    }
  }
}
