/** A store in a relational database, by JDBI. */
module io.orderingengine.jdbi {
  requires transitive io.orderingengine.core;
  requires static transitive org.jspecify;
  requires transitive java.sql;
  requires org.jdbi.v3.core;
  requires io.leangen.geantyref;
  requires org.slf4j;

  exports io.orderingengine.jdbi;
}
