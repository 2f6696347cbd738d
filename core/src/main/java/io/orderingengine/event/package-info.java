/** What has happened, as facts for other systems. */
@NullMarked
package io.orderingengine.event;

import org.jspecify.annotations.NullMarked;
