package org.finplan.platform.plan;

/** Which way an indicator is meant to move. */
public enum Direction {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER
}
