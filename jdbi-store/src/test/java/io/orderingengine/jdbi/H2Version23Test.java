package io.orderingengine.jdbi;

/** The store contract on H2 2.3. */
class H2Version23Test extends OlderDatabaseSuite {
  H2Version23Test() {
    super(OlderH2.V2_3.supply());
  }
}
