package io.orderingengine.jdbi;

/** The types of the model's columns. */
enum ColumnType {
  /** A {@link Long}. */
  BIGINT,
  /** A {@link String} of any characters. */
  TEXT,
  /** A {@link String} of letters and underscores. */
  WORD,
  /** A {@link java.time.Instant}. */
  TIME,
  /** A {@link Boolean}. */
  BOOLEAN,
  /** An array of bytes. */
  BYTES
}
