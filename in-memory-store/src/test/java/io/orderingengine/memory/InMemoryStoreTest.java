package io.orderingengine.memory;

import io.orderingengine.contract.ArgumentsContract;
import io.orderingengine.contract.BalancesContract;
import io.orderingengine.contract.CatalogContract;
import io.orderingengine.contract.CheckoutContract;
import io.orderingengine.contract.ConservationContract;
import io.orderingengine.contract.CouponsContract;
import io.orderingengine.contract.LocksContract;
import io.orderingengine.contract.PagesContract;
import io.orderingengine.contract.PaymentsContract;
import io.orderingengine.contract.PlantedBugsContract;
import io.orderingengine.contract.RacesContract;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.contract.TransactionContract;
import io.orderingengine.contract.UsersContract;
import io.orderingengine.contract.model.ModelContract;
import org.junit.jupiter.api.Nested;

/** The store contract, bound to the in-memory store. */
class InMemoryStoreTest {
  private static StoreFixture inMemory() {
    InMemoryStore store = InMemoryStore.create();
    return () -> store;
  }

  @Nested
  class Users extends UsersContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Balances extends BalancesContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Catalog extends CatalogContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Coupons extends CouponsContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Checkouts extends CheckoutContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Payments extends PaymentsContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Arguments extends ArgumentsContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Transactions extends TransactionContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Races extends RacesContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class PlantedBugs extends PlantedBugsContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Conserved extends ConservationContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class AgainstTheModel extends ModelContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Locks extends LocksContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }

  @Nested
  class Pages extends PagesContract {
    @Override
    protected StoreFixture newFixture() {
      return inMemory();
    }
  }
}
