/** A store in a relational database: H2 or PostgreSQL, by JDBI, in the host's own schema. */
@NullMarked
package io.orderingengine.jdbi;

import org.jspecify.annotations.NullMarked;
