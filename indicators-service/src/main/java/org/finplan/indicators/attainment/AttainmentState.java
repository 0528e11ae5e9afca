package org.finplan.indicators.attainment;

/** Where an indicator stands. The name on the wire is {@link #code()}. */
public enum AttainmentState {
    /** The target is met, in its year or before. */
    ACHIEVED("achieved"),
    /** Well above the path. */
    AHEAD("ahead"),
    /** On the path, or inside the corridor that the printed growth spans. */
    ON_COURSE("on-course"),
    /** Short of the path. */
    BEHIND("behind"),
    /** Far short of the path, or a benchmark that is not met. */
    OFF_COURSE("off-course"),
    /** Nothing to compare with; the reason says what is missing. */
    NOT_ASSESSABLE("not-assessable"),
    /** No value for the period. */
    NO_DATA("no-data");

    private final String code;

    AttainmentState(String code) {
        this.code = code;
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
