package org.finplan.indicators.observation;

/**
 * What becomes of one figure of a report.
 *
 * @param index place in the report
 * @param effect what happens to it
 * @param version the new version, or the one that is there when nothing changes; null when a reason is missing
 * @param previous the version before, or null for a first one
 */
record Outcome(int index, Effect effect, Observation version, Observation previous) {

    /** What happens to a figure. */
    enum Effect {
        /** It is new. */
        CREATED,
        /** It gets a further version. */
        REVISED,
        /** It is there already. */
        UNCHANGED,
        /** It differs from what is there and says no reason. */
        LACKS_REASON
    }

    boolean writes() {
        return effect == Effect.CREATED || effect == Effect.REVISED;
    }
}
