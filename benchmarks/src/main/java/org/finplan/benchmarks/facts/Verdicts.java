package org.finplan.benchmarks.facts;

import java.util.Locale;

/** Prints what was measured, and remembers whether every goal was reached. */
public final class Verdicts {

    private boolean reached = true;

    /** {@return whether no goal was missed so far} */
    public boolean reached() {
        return reached;
    }

    /**
     * Prints whether a goal was reached.
     *
     * @param good whether it was
     * @param format what was measured, and the goal
     * @param values values of the format
     */
    public void verdict(boolean good, String format, Object... values) {
        reached &= good;
        print("  %s: %s", String.format(Locale.ROOT, format, values), good ? "reached" : "MISSED");
    }

    /**
     * Prints a line.
     *
     * @param format the line
     * @param values values of the format
     */
    public static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
