package org.finplan.tasks.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.supervision.scorecard.UnitCounts;

/**
 * How units and regions are assessed. A ratio is reckoned from the counts beside it; where there is nothing to divide by, there is
 * none.
 *
 * @param plan plan code
 * @param period a year, or mid-term
 * @param periodStart its first day
 * @param periodEnd its last day
 * @param asOf the day that open matters are counted on (Asia/Shanghai)
 * @param lines one line for each unit and region
 */
@Schema(name = "AssessmentTable")
record AssessmentTableView(
        String plan, String period, LocalDate periodStart, LocalDate periodEnd, LocalDate asOf, List<Line> lines) {

    /**
     * How a unit did in a region.
     *
     * @param unit code of the unit that leads or is supervised; null for tasks that nobody leads
     * @param region region code
     * @param tasks leaves of the plan
     * @param notStarted of them, by their newest verified report until the last day; those without one as well
     * @param inProgress of them, likewise
     * @param done of them, likewise
     * @param stopped of them, likewise
     * @param doneRatio done / tasks, to four digits; null without tasks
     * @param due leaves whose due date lies in the period
     * @param onTime of these: done by their due date
     * @param late of these: not done until the last day, or done after their due date
     * @param onTimeRatio onTime / due, to four digits; null when nothing was due
     * @param mattersClosed supervised matters about tasks of the plan that were closed in the period
     * @param mattersOnTime how many of them were answered in time
     * @param mattersOnTimeRatio mattersOnTime / mattersClosed, to four digits; null when none was closed
     * @param returned answers to them that were returned
     * @param escalated steps of their ladders that went beyond the unit
     * @param mattersOpen matters about tasks of the plan that are open now
     * @param mattersOverdue how many of them are late now
     */
    @Schema(name = "AssessmentLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String unit,
            String region,
            long tasks,
            long notStarted,
            long inProgress,
            long done,
            long stopped,
            @Nullable BigDecimal doneRatio,
            long due,
            long onTime,
            long late,
            @Nullable BigDecimal onTimeRatio,
            long mattersClosed,
            long mattersOnTime,
            @Nullable BigDecimal mattersOnTimeRatio,
            long returned,
            long escalated,
            long mattersOpen,
            long mattersOverdue) {

        static Line of(TaskTally.Place place, TaskTally tasks, UnitCounts matters) {
            return new Line(
                    place.unit(),
                    place.region(),
                    tasks.tasks(),
                    tasks.notStarted(),
                    tasks.inProgress(),
                    tasks.done(),
                    tasks.stopped(),
                    UnitCounts.ratio(tasks.done(), tasks.tasks()),
                    tasks.due(),
                    tasks.onTime(),
                    tasks.late(),
                    UnitCounts.ratio(tasks.onTime(), tasks.due()),
                    matters.closed(),
                    matters.onTime(),
                    UnitCounts.ratio(matters.onTime(), matters.closed()),
                    matters.returned(),
                    matters.escalated(),
                    matters.open(),
                    matters.overdue());
        }
    }
}
