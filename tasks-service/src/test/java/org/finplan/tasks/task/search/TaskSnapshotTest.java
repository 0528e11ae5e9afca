package org.finplan.tasks.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.junit.jupiter.api.Test;

/** A deadline that has passed says so until somebody verified that the work is done. */
class TaskSnapshotTest {

    private static final LocalDate DUE = LocalDate.parse("2028-06-30");

    @Test
    void aLeafIsOverdueFromTheDayAfterItsDeadlineUntilItIsVerifiedAsDone() {
        assertThat(leaf(DUE, TaskStatus.IN_PROGRESS, TaskStatus.DONE).overdue(null, DUE))
                .isFalse();
        assertThat(leaf(DUE, TaskStatus.IN_PROGRESS, TaskStatus.DONE).overdue(null, DUE.plusDays(1)))
                .isTrue();
        assertThat(leaf(DUE, TaskStatus.STOPPED, TaskStatus.STOPPED).overdue(null, DUE.plusDays(1)))
                .isTrue();
        assertThat(leaf(DUE, TaskStatus.DONE, TaskStatus.DONE).overdue(null, DUE.plusYears(1)))
                .isFalse();
    }

    @Test
    void aBranchIsOverdueUntilEveryLeafIsDone() {
        LeafCounts done = LeafCounts.NONE.plus(TaskStatus.DONE, TaskStatus.DONE, 2, 0, 2);
        TaskSnapshot branch = leaf(DUE, TaskStatus.NOT_STARTED, TaskStatus.NOT_STARTED);

        assertThat(branch.overdue(done, DUE.plusDays(1))).isFalse();
        assertThat(branch.overdue(done.plus(TaskStatus.STOPPED, TaskStatus.STOPPED, 1, 0, 1), DUE.plusDays(1)))
                .isTrue();
        assertThat(branch.overdue(LeafCounts.NONE, DUE.plusDays(1))).isTrue();
    }

    @Test
    void whatHasNoDeadlineIsNeitherOverdueNorInTime() {
        assertThat(leaf(null, TaskStatus.NOT_STARTED, TaskStatus.NOT_STARTED).overdue(null, DUE))
                .isNull();
    }

    private static TaskSnapshot leaf(LocalDate due, TaskStatus status, TaskStatus claimed) {
        LocalizedText text = new LocalizedText("演示样本", "sample");
        List<String> none = List.of();
        return new TaskSnapshot(
                new TaskKey("sample", "t1"),
                null,
                none,
                0,
                "task",
                "measure",
                "ch4",
                text,
                text,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                due,
                null,
                status,
                claimed,
                false,
                1);
    }
}
