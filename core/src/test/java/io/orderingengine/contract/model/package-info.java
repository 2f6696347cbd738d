/** The rules once more, as simply as they can be said, and random calls that compare the engine. */
package io.orderingengine.contract.model;
