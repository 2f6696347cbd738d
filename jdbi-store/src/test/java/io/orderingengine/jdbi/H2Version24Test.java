package io.orderingengine.jdbi;

/** The store contract on H2 2.4. */
class H2Version24Test extends OlderDatabaseSuite {
  H2Version24Test() {
    super(OlderH2.V2_4.supply());
  }
}
