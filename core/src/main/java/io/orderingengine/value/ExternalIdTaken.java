package io.orderingengine.value;

/**
 * Another row of the same kind already has this external id.
 *
 * @param externalId the external id that was asked for
 * @param takenBy the id of the row that has it
 */
public record ExternalIdTaken(String externalId, long takenBy) implements Rejection {
  @Override
  public String code() {
    return "EXTERNAL_ID_TAKEN";
  }

  @Override
  public String message() {
    return "External id '%s' belongs to %d already; find that one, or choose another external id."
        .formatted(externalId, takenBy);
  }
}
