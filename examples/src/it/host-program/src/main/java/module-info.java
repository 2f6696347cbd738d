/** A host that is a module. */
module com.example.host {
  requires io.orderingengine.core;
  requires io.orderingengine.memory;
  requires io.orderingengine.jdbi;
  requires com.h2database;
  requires java.naming;
}
