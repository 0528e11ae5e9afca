package org.finplan.benchmarks.facts;

import java.util.Locale;

/** Prints what was measured, and remembers whether every goal was reached. */
final class Verdicts {

    private boolean reached = true;

    /** {@return whether no goal was missed so far} */
    boolean reached() {
        return reached;
    }

    void verdict(boolean good, String format, Object... values) {
        reached &= good;
        print("  %s: %s", String.format(Locale.ROOT, format, values), good ? "reached" : "MISSED");
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
