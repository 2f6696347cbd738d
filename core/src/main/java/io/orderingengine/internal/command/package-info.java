/** The commands: each names its rows, decides purely, and knows no store. */
@NullMarked
package io.orderingengine.internal.command;

import org.jspecify.annotations.NullMarked;
