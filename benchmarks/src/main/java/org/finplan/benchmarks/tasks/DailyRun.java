package org.finplan.benchmarks.tasks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.finplan.benchmarks.facts.Verdicts;

/**
 * Makes each matter one that its unit has not receipted since the day before, and awaits that the run over all deadlines has looked at each of them and taken its step. No
 * step is taken on a day off, so on one this is not measured.
 */
final class DailyRun {

    private static final double GOAL_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration MORNING = Duration.ofHours(9);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Asked again and again beside the run, so it looks for one and does not count them. */
    private static final String LEFT =
            "SELECT count(*) FROM (SELECT FROM supervision_climb WHERE next_on <= '%s' LIMIT 1) AS one";

    private final OwnStack stack;
    private final Verdicts verdicts;

    DailyRun(OwnStack stack, Verdicts verdicts) {
        this.stack = stack;
        this.verdicts = verdicts;
    }

    void run() throws SQLException {
        LocalDate day = Instant.now().minus(MORNING).atZone(CHINA).toLocalDate();
        if (WEEKEND.contains(day.getDayOfWeek())) {
            Verdicts.print("  the daily run: not measured, since %s is a day off and no step is taken", day);
            return;
        }
        try (Connection database = stack.superuser();
                Statement statement = database.createStatement()) {
            statement.execute(
                    // With the deadline that was reckoned when the first of them was registered: on most days none
                    // moves.
                    "UPDATE supervision SET state = 'assigned', closed_at = NULL, score = NULL, points = NULL,"
                            + " current_due = original_due, moved_on = '" + day.minusDays(1) + "'");
            statement.execute("UPDATE supervision_climb SET next_on = NULL");
            statement.execute("VACUUM ANALYZE supervision, supervision_climb");
            long matters = number(statement, "SELECT count(*) FROM supervision");
            statement.execute("UPDATE supervision_climb SET next_on = '" + day + "'");
            long start = System.nanoTime();
            while (number(statement, LEFT.formatted(day)) > 0) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the run has not ended within " + PATIENCE);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long steps = number(statement, "SELECT count(*) FROM supervision_step");
            verdicts.verdict(steps >= matters, "the daily run took %,d steps of %,d matters", steps, matters);
            verdicts.verdict(seconds < GOAL_SECONDS, "the daily run: %.1f s, goal below %.0f", seconds, GOAL_SECONDS);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
