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
    COUNT
}
