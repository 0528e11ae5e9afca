package org.finplan.tasks.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.finplan.tasks.task.TaskStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T04: the status of a leaf follows from what its regions reported. */
class LeafStatusTest {

    private static final Map<String, String> PARENTS =
            Map.of("441202", "441200", "441204", "441200", "441284", "441200", "LOCAL-GYURB", "441204");
    private static final List<String> REGIONS = List.of("441200", "441202", "441204", "441284", "LOCAL-GYURB");
    private static final BiPredicate<String, String> COVERS = LeafStatusTest::covers;
    private static final LocalDate DAY = LocalDate.of(2023, 6, 30);

    @Test
    @Tag("T04")
    void leafWithoutReportsIsNotStarted() {
        assertThat(new LeafStatus(List.of("441200"), COVERS).of(List.of())).isEqualTo(TaskStatus.NOT_STARTED);
    }

    @Test
    @Tag("T04")
    void districtNeverFinishesALeafOfTheWholeCity() {
        assertThat(new LeafStatus(List.of("441200"), COVERS).of(List.of(says("441284", TaskStatus.DONE, 0))))
                .isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    @Tag("T04")
    void namedRegionsFinishTogether() {
        LeafStatus leaf = new LeafStatus(List.of("441202", "LOCAL-GYURB"), COVERS);
        ReportedStatus duanzhou = says("441202", TaskStatus.DONE, 0);
        assertThat(leaf.of(List.of(duanzhou))).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(leaf.of(List.of(duanzhou, says("441204", TaskStatus.DONE, 1))))
                .isEqualTo(TaskStatus.DONE);
        assertThat(leaf.of(List.of(duanzhou, says("441204", TaskStatus.STOPPED, 1))))
                .isEqualTo(TaskStatus.STOPPED);
    }

    @Test
    @Tag("T04")
    void newerReportOfTheCitySpeaksForItsDistricts() {
        LeafStatus leaf = new LeafStatus(List.of("441202"), COVERS);
        assertThat(leaf.of(List.of(says("441202", TaskStatus.DONE, 0), says("441200", TaskStatus.IN_PROGRESS, 5))))
                .isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(leaf.of(List.of(says("441202", TaskStatus.DONE, 5), says("441200", TaskStatus.IN_PROGRESS, 0))))
                .isEqualTo(TaskStatus.DONE);
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("T04")
    void orderOfReportsDoesNotMatter(@ForAll("standings") List<ReportedStatus> standings) {
        LeafStatus leaf = new LeafStatus(List.of("441202", "441204"), COVERS);
        List<ReportedStatus> reversed = new ArrayList<>(standings);
        Collections.reverse(reversed);
        assertThat(leaf.of(reversed)).isEqualTo(leaf.of(standings));
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("T04")
    void newestReportOfTheCityDecidesALeafOfTheWholeCity(@ForAll("standings") List<ReportedStatus> standings) {
        List<ReportedStatus> all = new ArrayList<>(standings);
        all.removeIf(standing -> standing.region().equals("441200"));
        all.add(says("441200", TaskStatus.DONE, 1000));
        assertThat(new LeafStatus(List.of("441200"), COVERS).of(all)).isEqualTo(TaskStatus.DONE);
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("T04")
    void doneNeedsEveryNamedRegion(@ForAll("standings") List<ReportedStatus> standings) {
        LeafStatus leaf = new LeafStatus(List.of("441202", "441204"), COVERS);
        boolean bothHeard = List.of("441202", "441204").stream()
                .allMatch(region -> standings.stream().anyMatch(standing -> covers(standing.region(), region)));
        if (leaf.of(standings) == TaskStatus.DONE) {
            assertThat(bothHeard).isTrue();
        }
    }

    @Provide
    Arbitrary<List<ReportedStatus>> standings() {
        return Combinators.combine(
                        Arbitraries.of(REGIONS),
                        Arbitraries.of(TaskStatus.values()),
                        Arbitraries.integers().between(0, 900))
                .as(LeafStatusTest::says)
                .list()
                .uniqueElements(ReportedStatus::region)
                .uniqueElements(ReportedStatus::on)
                .ofMaxSize(5);
    }

    private static ReportedStatus says(String region, TaskStatus status, int day) {
        return new ReportedStatus(region, status, DAY.plusDays(day), Instant.EPOCH);
    }

    private static boolean covers(String outer, String inner) {
        for (String region = inner; region != null; region = PARENTS.get(region)) {
            if (region.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
