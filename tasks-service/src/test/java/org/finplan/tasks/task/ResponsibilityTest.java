package org.finplan.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.finplan.tasks.task.Responsibility.Fault;
import org.finplan.tasks.task.Responsibility.FaultKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Units of a task and their roles. Requirement T03: a lead is assigned later. */
class ResponsibilityTest {

    @Test
    @Tag("T03")
    void aUnitHasOneRoleAndIsListedOnce() {
        assertThat(new Responsibility("a", List.of("b", "a", "b"), List.of("c", "b")).faults())
                .containsExactly(
                        new Fault("/responsible/1", "a", FaultKind.TWO_ROLES),
                        new Fault("/responsible/2", "b", FaultKind.REPEATED),
                        new Fault("/cooperating/1", "b", FaultKind.TWO_ROLES));
    }

    @Test
    void moreThanThirtyAreTooMany() {
        List<String> many = IntStream.range(0, Responsibility.MOST + 1)
                .mapToObj(i -> "u" + i)
                .toList();

        assertThat(new Responsibility("a", many, List.of()).faults())
                .containsExactly(new Fault("/responsible", "31", FaultKind.TOO_MANY));
        assertThat(new Responsibility("a", List.of(), many.subList(1, many.size())).faults())
                .isEmpty();
    }

    @Test
    @Tag("T25")
    void whoeverLeadsOrIsResponsibleReports() {
        assertThat(new Responsibility("a", List.of("b"), List.of("c")).reporting())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(new Responsibility(null, List.of(), List.of("c")).reporting())
                .isEmpty();
    }

    @Property
    void whoeverLeadsHasNoOtherRole(
            @ForAll @Size(min = 3, max = 20) Set<@AlphaChars @StringLength(min = 1, max = 3) String> codes,
            @ForAll boolean fromTheList) {
        List<String> units = new ArrayList<>(codes);
        Collections.sort(units);
        int middle = units.size() / 2;
        Responsibility before =
                new Responsibility(units.get(0), units.subList(1, middle), units.subList(middle, units.size()));
        String next = fromTheList ? units.get(units.size() - 1) : "another";

        Responsibility after = before.ledBy(next);

        assertThat(before.faults()).isEmpty();
        assertThat(after.faults()).isEmpty();
        assertThat(after.lead()).isEqualTo(next);
        assertThat(after.ledBy(next)).isEqualTo(after);
    }
}
