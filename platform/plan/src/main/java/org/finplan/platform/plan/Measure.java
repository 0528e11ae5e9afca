package org.finplan.platform.plan;

/** What a figure measures; decides how figures of one series may be combined. */
public enum Measure {
    /** A state at a day; the value of a longer period is the value at its end. */
    STOCK,
    /** An amount over a span; spans add up. */
    FLOW,
    /** A quotient; recomputed from its parts, never added or averaged. */
    RATIO,
    /** A number of things at a day. */
    COUNT,
    /** A place in an order; only kept. */
    RANK,
    /** An amount for each of many, or a mean; neither added nor the value at an end. */
    AVERAGE;

    /** {@return whether it is a state at a day, so that a longer period has the value at its end, never a sum} */
    public boolean isState() {
        return this == STOCK || this == COUNT;
    }
}
