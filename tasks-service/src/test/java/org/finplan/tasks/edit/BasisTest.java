package org.finplan.tasks.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.edit.EditableTask;
import org.junit.jupiter.api.Test;

/** The basis of a change is what was shown, and says what became different. */
class BasisTest {

    private static final LocalDate DUE = LocalDate.parse("2026-06-30");

    @Property(tries = 100)
    void theOrderDoesNotMatterAndEachTaskThatChangedIsFound(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(max = 59) int at, @ForAll long seed) {
        List<EditedTask> shown = tasks(size, null);
        String basis = new Basis(shown).text();
        List<EditedTask> shuffled = new ArrayList<>(shown);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(new Basis(shuffled).text()).isEqualTo(basis);
        assertThat(new Basis(shuffled).differentFrom(basis)).isEmpty();

        int changed = at % size;
        shuffled = new ArrayList<>(shown);
        shuffled.set(changed, edited(changed, DUE.minusYears(1)));
        Basis now = new Basis(shuffled);
        assertThat(now.text()).isNotEqualTo(basis);
        assertThat(now.differentFrom(basis)).containsExactly(shuffled.get(changed));
    }

    @Test
    void whatIsGoneMakesAnotherBasisAndNamesNoTask() {
        Basis fewer = new Basis(tasks(3, null));
        String basis = new Basis(tasks(4, null)).text();
        assertThat(fewer.text()).isNotEqualTo(basis);
        assertThat(fewer.differentFrom(basis)).isEmpty();
    }

    @Test
    void whatIsNoBasisNamesAllTasks() {
        for (String text : List.of("", "?", "AAAA", "====")) {
            assertThat(new Basis(tasks(2, null)).differentFrom(text)).hasSize(2);
        }
    }

    @Test
    void aThousandTasksStayBelowSixThousandCharacters() {
        assertThat(new Basis(tasks(EditRequest.MOST, null)).text()).hasSizeLessThan(6000);
    }

    private static List<EditedTask> tasks(int size, LocalDate before) {
        List<EditedTask> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tasks.add(edited(i, before));
        }
        return tasks;
    }

    private static EditedTask edited(int number, LocalDate before) {
        LocalizedText text = new LocalizedText("演示样本", "sample");
        EditableTask task = new EditableTask(
                new TaskKey("sample", "t" + number),
                TaskLevel.MEASURE,
                "ch4",
                1,
                null,
                new EditableTask.Says(text, text, List.of(), List.of()),
                new Responsibility(null, List.of(), List.of()),
                before,
                null,
                before != null,
                false,
                false);
        return new EditedTask(task, task.withDue(DUE));
    }
}
