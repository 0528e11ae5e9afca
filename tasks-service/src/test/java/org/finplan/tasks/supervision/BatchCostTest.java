package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.ladder.Ladders;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.workday.CityCalendar;
import org.finplan.tasks.workday.CityCalendars;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What a batch costs: as many statements for hundreds of matters as for two. With {@code -Dfinplan.test.matters=50000} the run over
 * so many is measured as well, and its time logged.
 */
@FinplanTest
class BatchCostTest {

    private static final Logger LOG = Logger.getLogger(BatchCostTest.class);
    private static final String REGION = "SAMPLE-EAST";
    private static final LocalDate START = LocalDate.of(2031, 3, 3);

    @Inject
    LadderBatch ladders;

    @Inject
    CalendarBatch calendars;

    @Inject
    SupervisionRepository supervisions;

    @Inject
    SupervisionSchedule schedule;

    @Inject
    Ladders known;

    @Inject
    CityCalendars cities;

    @Inject
    Jdbi jdbi;

    @Test
    void aBatchOfTheDailyRunCostsTheSameStatementsWhateverItsSize() {
        LocalDate few = cities.of(REGION).days().add(START, 2);
        drain(morning(few));
        List<UUID> two = assigned(2, START);
        int small = CountedStatements.of(jdbi, () -> ladders.take(morning(few)), 2);
        List<UUID> many = assigned(LadderBatch.AT_ONCE, START);
        int large = CountedStatements.of(jdbi, () -> ladders.take(morning(few)), LadderBatch.AT_ONCE);
        assertThat(small).isPositive();
        assertThat(large).isEqualTo(small);
        assertThat(steps(two)).isEqualTo(2);
        assertThat(steps(many)).isEqualTo(LadderBatch.AT_ONCE);
        forget();
    }

    /** A step writes the narrow row of a matter: the wide one, with all its indexes, is not even locked. */
    @Test
    void aStepLeavesTheRowOfItsMatterInItsPlace() {
        LocalDate due = cities.of(REGION).days().add(START, 2);
        drain(morning(due));
        List<UUID> matters = assigned(3, START);
        List<String> before = places(matters);
        assertThat(ladders.take(morning(due))).isEqualTo(3);
        assertThat(steps(matters)).isEqualTo(3);
        assertThat(places(matters)).isEqualTo(before);
        forget();
    }

    private List<String> places(List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT concat_ws(' ', ctid, xmin, xmax) FROM supervision WHERE id = ANY (:ids) ORDER BY id")
                .bindArray("ids", UUID.class, ids)
                .mapTo(String.class)
                .list());
    }

    @Test
    void aBatchOfAChangedCalendarCostsTheSameStatementsWhateverItsSize() {
        CityCalendar calendar = cities.of(REGION);
        while (calendars.reckon(calendar) > 0) {
            // What another test left.
        }
        reckonedByAnother(assigned(2, START));
        int small = CountedStatements.of(jdbi, () -> calendars.reckon(calendar), 2);
        reckonedByAnother(assigned(CalendarBatch.AT_ONCE, START));
        int large = CountedStatements.of(jdbi, () -> calendars.reckon(calendar), CalendarBatch.AT_ONCE);
        assertThat(small).isPositive();
        assertThat(large).isEqualTo(small);
        forget();
    }

    @Test
    void theRunOverAllIsMeasuredOnDemand() {
        int matters = Integer.getInteger("finplan.test.matters", 0);
        LocalDate day = cities.of(REGION).days().add(START, 2);
        drain(morning(day));
        for (int left = matters; left > 0; left -= 5_000) {
            assigned(Math.min(left, 5_000), START);
        }
        long begun = System.nanoTime();
        int done = drain(morning(day));
        LOG.infof(
                "%d matters, each with a step, in %d ms",
                (Object) done, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        assertThat(done).isEqualTo(matters);
        forget();
    }

    private int drain(Instant now) {
        int done = 0;
        int looked;
        do {
            looked = ladders.take(now);
            done += looked;
        } while (looked > 0);
        return done;
    }

    private static Instant morning(LocalDate day) {
        return BusinessTime.startOf(day).plus(Duration.ofHours(10));
    }

    /** Matters that were assigned on a day; the ladder tells somebody after two working days that nobody receipted them. */
    private List<UUID> assigned(int count, LocalDate on) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Ladder ladder = known.newest("SAMPLE-CITY", Ladders.STANDARD).orElseThrow();
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                NewMatter matter = new NewMatter(
                        "演示样本 batch cost",
                        "sample-batch-cost",
                        REGION,
                        new NewMatter.Concerns(null, null, null),
                        new NewMatter.Cause(CauseKind.MANUAL, null, "演示样本 sample"),
                        new TimeLimit.ByWorkingDays(40, on),
                        ladder,
                        true);
                Supervision made = new Supervision(
                        Identifiers.next(), "SAMPLE-CITY", matter, "sample-city-officer", BusinessTime.startOf(on));
                made.move(SupervisionMove.ASSIGN, true, on, BusinessTime.startOf(on));
                schedule.reckon(made, List.of(), on.plusDays(1));
                supervisions.persist(made);
                ids.add(made.id);
            }
            supervisions.flush();
            return ids;
        });
    }

    private void reckonedByAnother(List<UUID> ids) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE supervision SET calendar = 'another', limit_days = 41 WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    private long steps(List<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM supervision_step WHERE supervision = ANY (:ids)")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(Long.class)
                        .one());
    }

    /** Nothing of this is due for the tests that come after. */
    private void forget() {
        jdbi.useHandle(handle -> handle.execute("UPDATE supervision_climb SET next_on = NULL WHERE supervision IN"
                + " (SELECT id FROM supervision WHERE unit = 'sample-batch-cost')"));
    }
}
