/** What the larger examples share: options, progress, reports and pictures. */
@NullMarked
package io.orderingengine.examples.console;

import org.jspecify.annotations.NullMarked;
