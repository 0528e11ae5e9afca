package org.finplan.tasks.supervision.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.platform.testing.FinplanTest;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reading scorecards and keeping their counts costs, who sees which, and counting anew. */
@FinplanTest
class ScorecardCostTest {

    private static final Pattern RELATION = Pattern.compile(" on ([a-z_]+)");
    private static final LocalDate FIRST = LocalDate.of(2032, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);
    private static final String OWNER = "owner.";

    @Inject
    CountFolding folding;

    @Inject
    CountRepository counts;

    @Test
    void aReadTouchesNoTableThatGrowsWithTheMatters() throws SQLException {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-3", "")) {
            matters.add(1, 480);
            matters.connection.commit();
            folding.fold();
            long few = rows(matters);
            matters.add(481, 4_800);
            matters.connection.commit();
            folding.fold();
            assertThat(rows(matters)).isEqualTo(few);
            List<String> lines =
                    matters.jdbi.withHandle(handle -> handle.createQuery("EXPLAIN " + ScorecardRepository.COUNT)
                            .bindArray("cities", String.class, List.of(matters.city))
                            .bind("everywhere", true)
                            .bindArray("regions", String.class, List.of())
                            .bind("everybody", true)
                            .bindArray("units", String.class, List.of())
                            .bind("plan", (String) null)
                            .bind("from", FIRST)
                            .bind("until", LAST)
                            .bind("monthsFrom", FIRST)
                            .bind("monthsUntil", LAST)
                            .bind("today", SampleMatters.DAY)
                            .bind("most", 1000)
                            .mapTo(String.class)
                            .list());
            Set<String> read = RELATION.matcher(String.join("\n", lines))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(name -> !name.endsWith("_pkey"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(read).containsExactly("supervision_count", "supervision_count_change");
            assertThat(matters.kept(matters.wanted(FIRST, LAST, SampleMatters.DAY, false)).stream()
                            .mapToLong(UnitCounts::open)
                            .sum())
                    .isEqualTo(4_800);
        }
    }

    /** Two people who change matters of one unit that are due on one day, while somebody folds. */
    @Test
    void whoChangesAMatterWaitsForNobodyWhoChangesAnother() throws SQLException {
        try (SampleMatters one = new SampleMatters("SAMPLE-COUNT-4", "");
                SampleMatters other = new SampleMatters("SAMPLE-COUNT-4", "")) {
            one.add(240, 240);
            one.add(480, 480);
            one.connection.commit();
            List<UUID> ids = one.ids();
            one.connection.commit();
            assertThat(one.update("state = 'assigned'", "id = '" + ids.get(0) + "'"))
                    .isOne();
            other.jdbi.useHandle(handle -> handle.execute("SET lock_timeout = '2s'"));
            assertThat(other.update("state = 'assigned'", "id = '" + ids.get(1) + "'"))
                    .isOne();
            folding.fold();
            other.connection.commit();
            folding.fold();
            one.connection.commit();
            folding.fold();
            UnitScores.Wanted wanted = one.wanted(FIRST, LAST, LAST, false);
            assertThat(one.kept(wanted)).singleElement().satisfies(counts -> {
                assertThat(counts.open()).isEqualTo(2);
                assertThat(counts.overdue()).isEqualTo(2);
            });
            assertThat(one.kept(one.wanted(FIRST, LAST, FIRST, false)))
                    .allSatisfy(counts -> assertThat(counts.overdue()).isZero());
        }
    }

    /** A day on which nothing is due any more is not kept for ever. */
    @Test
    void daysOfNothingAreForgotten() throws SQLException {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-5", "")) {
            matters.add(1, 1);
            matters.connection.commit();
            folding.fold();
            for (int day = 1; day <= 10; day++) {
                matters.update("current_due = current_due + 1", "true");
                matters.connection.commit();
                folding.fold();
            }
            counts.forgetEmpty();
            assertThat(rows(matters)).isEqualTo(1);
        }
    }

    @Test
    @Tag("T25")
    void countsOfOtherRegionsDoNotExistForADistrict() throws SQLException {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-6", "")) {
            matters.add(1, 60);
            UnitScores.Wanted wanted = matters.wanted(FIRST, LAST, SampleMatters.DAY, false);
            assertThat(matters.kept(wanted)).hasSize(6);
            matters.connection.commit();
            folding.fold();
            matters.add(61, 120);
            matters.seeing(SampleMatters.REGIONS.get(1));
            assertThat(matters.kept(wanted))
                    .hasSize(3)
                    .extracting(UnitCounts::region)
                    .containsOnly(SampleMatters.REGIONS.get(1));
            assertThat(matters.kept(wanted)).isEqualTo(matters.counted(wanted));
            matters.seeing("");
            assertThat(matters.kept(wanted)).isEmpty();
        }
    }

    /** After a restore that went wrong, or writes with the triggers off, the owner counts anew; the service may not. */
    @Test
    void theOwnerCountsAnew() throws SQLException {
        try (SampleMatters matters = new SampleMatters("SAMPLE-COUNT-7", "")) {
            matters.add(1, 60);
            matters.connection.commit();
            assertThatThrownBy(() -> matters.jdbi.useHandle(handle -> handle.execute("SELECT recount_matters()")))
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("permission denied");
            matters.connection.rollback();
        }
        try (SampleMatters owner = new SampleMatters("SAMPLE-COUNT-7", OWNER)) {
            UnitScores.Wanted wanted = owner.wanted(FIRST, LAST, SampleMatters.DAY, false);
            owner.jdbi.useHandle(handle -> {
                handle.execute("UPDATE supervision_count SET matters = matters + 5");
                handle.execute("DELETE FROM supervision_count_change");
            });
            owner.jdbi.useHandle(handle -> handle.execute("SELECT recount_matters()"));
            assertThat(owner.kept(wanted)).hasSize(6).isEqualTo(owner.counted(wanted));
            owner.connection.rollback();
        }
    }

    private static long rows(SampleMatters matters) {
        return matters.jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM supervision_count WHERE city = :city")
                        .bind("city", matters.city)
                        .mapTo(Long.class)
                        .one());
    }
}
