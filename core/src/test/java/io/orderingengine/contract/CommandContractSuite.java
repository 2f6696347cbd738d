package io.orderingengine.contract;

import io.orderingengine.contract.model.ModelContract;
import org.junit.jupiter.api.Nested;

/**
 * What a store keeps for each command by itself: the contract of one whose commands are never
 * grouped, as those in a host's transaction are.
 */
public abstract class CommandContractSuite {
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
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Balances extends BalancesContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Catalog extends CatalogContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Coupons extends CouponsContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Checkouts extends CheckoutContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Payments extends PaymentsContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Pages extends PagesContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Arguments extends ArgumentsContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Transactions extends TransactionContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Locks extends LocksContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class LockOrder extends LockOrderContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Racing extends RacesContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }

    @Override
    protected int people() {
      return CommandContractSuite.this.people();
    }
  }

  @Nested
  class PlantedBugs extends PlantedBugsContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class Conserved extends ConservationContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }
  }

  @Nested
  class AgainstTheModel extends ModelContract {
    @Override
    protected StoreFixture newFixture() {
      return CommandContractSuite.this.newFixture();
    }

    @Override
    protected int sequences() {
      return CommandContractSuite.this.sequences();
    }
  }
}
