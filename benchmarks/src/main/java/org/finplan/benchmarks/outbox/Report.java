package org.finplan.benchmarks.outbox;

import java.util.Locale;

/** Prints what was measured, and what of it reaches its goal. */
final class Report {

    private static final double GOAL_FLOORS = 3;
    private static final int GOAL_EFFECTS = 8_000;

    private Report() {}

    static void print(String what, String value) {
        System.out.printf(Locale.ROOT, "%-20s %s%n", what, value);
    }

    /** A part of the way of an event, beside the whole. */
    static void hop(String name, Times.Summary part, Times.Summary whole) {
        print(name, String.format(Locale.ROOT, "%s   %3.0f %% of the median", part, 100 * part.p50() / whole.p50()));
    }

    /** Whether events take effect soon enough, beside a bare producer and consumer. */
    static void latency(int rate, Times.Summary outbox, Times.Summary floor, Times.Summary commit) {
        double goal = GOAL_FLOORS * floor.p99() + commit.p50();
        print(
                "goal at " + rate + "/s",
                String.format(
                        Locale.ROOT,
                        "p99 is %.2f times the floor; within %.2f ms, %.0f times the floor plus a commit: %s",
                        outbox.p99() / floor.p99(),
                        goal,
                        GOAL_FLOORS,
                        outbox.p99() <= goal ? "reached" : "missed"));
    }

    /** Whether a backlog takes effect fast enough. */
    static void effects(long number, double perSecond) {
        print(
                "effects of " + number,
                String.format(
                        Locale.ROOT,
                        "%.0f events/s; goal %d/s: %s",
                        perSecond,
                        GOAL_EFFECTS,
                        perSecond >= GOAL_EFFECTS ? "reached" : "missed"));
    }
}
