package org.finplan.risk.job;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    /** Ordered; others come first, or nobody has begun. */
    QUEUED,
    /** Its parts are being worked on. */
    RUNNING,
    /** All parts are done. */
    DONE,
    /** Somebody ended it. */
    CANCELLED,
    /** A part could not be done, however often it was tried. */
    FAILED;

    /** {@return its name in tables and on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a job has not ended.
     *
     * @param code a state as it is stored; each kind of jobs has its own word for the end that was reached
     * @return whether it waits or is under way
     */
    public static boolean isOpen(String code) {
        return code.equals(QUEUED.code()) || code.equals(RUNNING.code());
    }
}
