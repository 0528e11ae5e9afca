package org.finplan.tasks.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.tasks.assessment.TaskTally.Place;
import org.finplan.tasks.progress.VerifiedStatus;
import org.finplan.tasks.supervision.scorecard.UnitCounts;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.due.PlanLeaf;
import org.junit.jupiter.api.Test;

class TaskTallyTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Test
    void aTimeIsAYearOfThePlanOrTheFirstHalfOfItsMonths() {
        assertThat(AssessmentSpan.of("2023", FIRST, LAST))
                .hasValue(new AssessmentSpan("2023", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)));
        assertThat(AssessmentSpan.of("mid-term", FIRST, LAST))
                .hasValue(new AssessmentSpan("mid-term", FIRST, LocalDate.of(2023, 6, 30)));
        for (String wrong : new String[] {"2020", "2026", "23", "2023-S1", "mid", null}) {
            assertThat(AssessmentSpan.of(wrong, FIRST, LAST)).as(wrong).isEmpty();
        }
    }

    @Test
    void aLeafCountsInEachOfItsRegionsByWhatWasVerified() {
        AssessmentSpan span = AssessmentSpan.of("2023", FIRST, LAST).orElseThrow();
        LocalDate due = LocalDate.of(2023, 6, 30);
        List<PlanLeaf> leaves = List.of(
                new PlanLeaf("a", "u", List.of("E", "W"), due),
                new PlanLeaf("b", "u", List.of("E"), due),
                new PlanLeaf("c", "u", List.of("E"), LocalDate.of(2024, 6, 30)),
                new PlanLeaf("d", null, List.of(), null));
        List<VerifiedStatus> verified = List.of(
                new VerifiedStatus("a", "E", TaskStatus.DONE, due),
                new VerifiedStatus("a", "W", TaskStatus.DONE, due.plusDays(1)),
                new VerifiedStatus("b", "E", TaskStatus.IN_PROGRESS, due),
                new VerifiedStatus("c", "E", TaskStatus.STOPPED, due));
        assertThat(TaskTally.of(leaves, verified, "CITY", span))
                .isEqualTo(Map.of(
                        new Place("u", "E"), new TaskTally(3, 0, 1, 1, 1, 2, 1, 1),
                        new Place("u", "W"), new TaskTally(1, 0, 0, 1, 0, 1, 0, 1),
                        new Place(null, "CITY"), new TaskTally(1, 1, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void theSheetSaysWhereThereAreNoDataAndRunsNoFormula() throws IOException {
        AssessmentTableView.Line line = AssessmentTableView.Line.of(
                new Place("=1+1", "E"), new TaskTally(3, 0, 1, 2, 0, 0, 0, 0), UnitCounts.none("=1+1", "E"));
        assertThat(sheet(line, false))
                .startsWith("\uFEFF单位,地区,任务数")
                .contains("'=1+1,E,3,0,1,2,0,0.6667,0,0,0,无数据,0,0,无数据,0,0,0,0");
        assertThat(sheet(line, true)).contains("unit,region,tasks", ",no data,");
    }

    private static String sheet(AssessmentTableView.Line line, boolean english) throws IOException {
        StringWriter text = new StringWriter();
        AssessmentSheet.LINES.write(Stream.of(line), english, text);
        return text.toString();
    }
}
