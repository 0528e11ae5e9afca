package org.finplan.benchmarks.rules;

import java.util.Arrays;

/** Who is to be warned: one number for each rule, institution and period. Public, since Drools compiles against it. */
public final class Answers {

    private static final int WIDTH = 100;
    private static final int LEVELS = 10;

    private long[] all = new long[1_024];
    private int count;

    /**
     * Takes what Drools found.
     *
     * @param rule number of the rule
     * @param sheet the report
     * @param level 1 for blue up to 4 for red
     */
    public void add(int rule, Sheet sheet, int level) {
        add(rule, sheet.institution(), sheet.period(), level);
    }

    void add(int rule, int institution, int period, int level) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = ((institution * (long) WIDTH + rule) * WIDTH + period) * LEVELS + level;
    }

    int count() {
        return count;
    }

    /** {@return all of them in order, to compare} */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
