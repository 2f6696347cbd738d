/** Prepaid balances and their history. */
@NullMarked
package io.orderingengine.balance;

import org.jspecify.annotations.NullMarked;
