package org.finplan.tasks.supervision.score;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The score of a matter with its arithmetic. The points are an assumption of this suite (version 1), since the plan says none;
 * a score keeps the version that it was reckoned by.
 *
 * @param version version of the points
 * @param base points at the start
 * @param lines what was taken off, and for what
 * @param total base and lines together, at least 0
 * @param onTime whether the answer that was taken came by the deadline of its day
 */
public record Score(int version, int base, List<Line> lines, int total, boolean onTime) {

    private static final int VERSION = 1;
    private static final int BASE = 100;
    /** Points for each, and at most, by what is counted. */
    private static final Map<String, int[]> POINTS = Map.of(
            "overdueDays", new int[] {-2, -40}, "returns", new int[] {-10, -30}, "escalations", new int[] {-5, -30});

    public Score {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the arithmetic.
     *
     * @param code what is counted: overdueDays (working days after the deadline), returns or escalations
     * @param count how many
     * @param each points for each
     * @param most the most that is taken off
     * @param points what is taken off
     */
    public record Line(String code, int count, int each, int most, int points) {}

    /**
     * Reckons.
     *
     * @param overdueDays working days from the deadline to the answer that was taken, 0 when it came in time
     * @param returns how many answers were returned
     * @param escalations how many steps of the ladder went beyond the unit
     * @return the score
     */
    public static Score of(int overdueDays, int returns, int escalations) {
        List<Line> lines = Stream.of(
                        line("overdueDays", overdueDays), line("returns", returns), line("escalations", escalations))
                .toList();
        int sum = BASE + lines.stream().mapToInt(Line::points).sum();
        return new Score(VERSION, BASE, lines, Math.max(0, sum), overdueDays == 0);
    }

    private static Line line(String code, int count) {
        int[] points = POINTS.get(code);
        return new Line(code, count, points[0], points[1], Math.max(points[1], count * points[0]));
    }
}
