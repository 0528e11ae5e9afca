package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.clock.CountedDays;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.ladder.Ladders;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.finplan.tasks.workday.CityCalendars;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * A year with a moved clock: matters are registered and moved, two instances run at the same time, and every now and then one
 * of them dies before it commits. Every reminder, letter and step happens once, on its day.
 */
@FinplanTest
class LadderRunTest {

    private static final String REGION = "SAMPLE-EAST";
    private static final int MATTERS = 1000;
    /** So far away that the loops of the running service, whose clock is not moved, leave it alone. */
    private static final LocalDate START = LocalDate.of(2035, 1, 1);

    private static final int DAYS = 365;

    @Inject
    LadderBatch batch;

    @Inject
    SupervisionRepository supervisions;

    @Inject
    SupervisionSchedule schedule;

    @Inject
    Ladders ladders;

    @Inject
    CityCalendars calendars;

    @Inject
    Jdbi jdbi;

    private final Random chance = new Random(20350101);

    private record Step(UUID matter, String step, int occasion, LocalDate scheduledOn, LocalDate takenOn) {}

    @Test
    void inAYearWithTwoInstancesAndRestartsEverythingHappensOnce() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < MATTERS / 100; i++) {
            ids.addAll(QuarkusTransaction.requiringNew().call(() -> registered(100)));
        }
        WorkingDays calendar = calendars.of(REGION).days();
        for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate today = day;
            QuarkusTransaction.requiringNew().run(() -> people(ids, today));
            Instant now = BusinessTime.startOf(today).plus(Duration.ofHours(10));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(now, chance.nextInt(5) == 0));
            run(now, chance.nextInt(5) == 0);
            other.join();
            // Whoever died is started again.
            run(now, false);
        }
        List<Step> steps = steps(ids);
        assertThat(steps.size()).as("something happened").isGreaterThan(MATTERS);
        Set<String> once = new HashSet<>();
        for (Step step : steps) {
            assertThat(once.add(step.matter() + step.step() + step.occasion())).isTrue();
            assertThat(calendar.isWorked(step.takenOn())).as("%s", step).isTrue();
        }
        assertThat(told(ids)).as("one event for each step").isEqualTo(steps.size());
        assertThat(entries(ids)).as("one entry for each step").isEqualTo(steps.size());
        // Steps about the deadline may wait: until a unit has the matter again, and one after the other.
        assertThat(steps.stream()
                        .filter(step ->
                                !step.step().contains("due") && !step.takenOn().equals(step.scheduledOn()))
                        .count())
                .as("what follows from the last move comes on its day")
                .isZero();
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(id -> complete(id, calendar, steps)));
    }

    /** What is overdue at the end has climbed its whole ladder. */
    private void complete(UUID id, WorkingDays calendar, List<Step> steps) {
        Supervision matter = supervisions.findById(id);
        LocalDate last = matter.days(calendar).add(matter.currentDue, 12);
        if (matter.state.isWithUnit()
                && last.isBefore(START.plusDays(DAYS))
                && matter.movedOn.isBefore(matter.currentDue)) {
            Set<String> taken = new HashSet<>();
            steps.stream().filter(step -> step.matter().equals(id)).forEach(step -> taken.add(step.step()));
            assertThat(taken).contains("overdue-1", "overdue-3", "overdue-5");
            assertThat(matter.climbed.colour).isEqualTo("red");
            assertThat(matter.climbed.holder).isEqualTo("supervisor");
        }
    }

    private List<UUID> registered(int count) {
        Ladder ladder = ladders.newest("SAMPLE-CITY", Ladders.STANDARD).orElseThrow();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate from = START.plusDays(chance.nextInt(200));
            TimeLimit limit = chance.nextBoolean()
                    ? new TimeLimit.ByWorkingDays(5 + chance.nextInt(30), from)
                    : new TimeLimit.ByDate(from.plusDays(7 + chance.nextInt(50)), from);
            NewMatter matter = new NewMatter(
                    "演示样本 sample",
                    "sample-unit",
                    REGION,
                    new NewMatter.Concerns(null, null, null),
                    new NewMatter.Cause(CauseKind.MANUAL, null, "演示样本 sample"),
                    limit,
                    ladder,
                    true);
            Supervision registered = new Supervision(
                    Identifiers.next(), "SAMPLE-CITY", matter, "sample-city-officer", BusinessTime.startOf(from));
            schedule.reckon(registered, List.of(), from.plusDays(1));
            supervisions.persist(registered);
            ids.add(registered.id);
        }
        supervisions.flush();
        return ids;
    }

    /** On each day some matters are moved, paused or extended. */
    private void people(List<UUID> ids, LocalDate today) {
        for (int i = 0; i < MATTERS / 40; i++) {
            Supervision matter = supervisions.findById(ids.get(chance.nextInt(ids.size())));
            boolean begun = !matter.time.from.isAfter(today) && !matter.stands(today);
            if (begun && matter.state.isOpen()) {
                act(matter, today);
                schedule.reckon(matter, List.of(), today);
                // What was taken is not known here: the run finds that nothing is due and goes on from there.
            }
        }
    }

    private void act(Supervision matter, LocalDate today) {
        Instant at = BusinessTime.startOf(today);
        int what = chance.nextInt(10);
        if (matter.state == SupervisionState.ACKNOWLEDGED && what == 0) {
            matter.stand(new Standstill(today, today.plusDays(1 + chance.nextInt(20))));
        } else if (matter.state.isWithUnit() && what == 1) {
            matter.time.grant(new TimeLimit.ByDate(matter.currentDue.plusDays(10), today));
        } else {
            SupervisionMove next =
                    switch (matter.state) {
                        case REGISTERED -> SupervisionMove.ASSIGN;
                        case ASSIGNED -> SupervisionMove.ACKNOWLEDGE;
                        case ACKNOWLEDGED -> SupervisionMove.REPLY;
                        default -> SupervisionMove.VERIFY;
                    };
            matter.repliedOn = today;
            matter.move(next, what > 4, today, at);
        }
    }

    /** A run of an instance; one that dies has done something and commits nothing. */
    private void run(Instant now, boolean dies) {
        try {
            int looked;
            do {
                looked = QuarkusTransaction.requiringNew().call(() -> {
                    int done = batch.take(now);
                    if (dies && done > 0) {
                        throw new IllegalStateException("killed");
                    }
                    return done;
                });
            } while (looked > 0);
        } catch (IllegalStateException killed) {
            assertThat(dies).as("%s", killed).isTrue();
        }
    }

    private List<Step> steps(List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM supervision_step WHERE supervision = ANY (:ids) AND step <> 'clock-goes-on'")
                .bindArray("ids", UUID.class, ids)
                .map(Row.to(row -> new Step(
                        row.uuid("supervision"),
                        row.text("step"),
                        row.integer("occasion"),
                        row.date("scheduled_on"),
                        row.date("taken_on"))))
                .list());
    }

    private long told(List<UUID> ids) {
        return count(
                "SELECT count(*) FROM outbox WHERE aggregate = ANY (:names)"
                        + " AND data::jsonb ->> 'step' <> 'clock-goes-on'",
                ids);
    }

    private long entries(List<UUID> ids) {
        return count(
                "SELECT count(*) FROM supervision_timeline WHERE 'supervision/' || supervision = ANY (:names)"
                        + " AND kind IN ('letter', 'step-taken')",
                ids);
    }

    private long count(String sql, List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray(
                        "names",
                        String.class,
                        ids.stream().map(id -> "supervision/" + id).toList())
                .mapTo(Long.class)
                .one());
    }

    /** Every day that counts is a working day on which the clock goes. */
    @Test
    void aMatterThatIsLateOnADayOffIsRemindedOnTheNextDayThatCounts() {
        UUID id = QuarkusTransaction.requiringNew().call(() -> registered(1)).get(0);
        LocalDate saturday = LocalDate.of(2036, 3, 8);
        LocalDate due = LocalDate.of(2036, 3, 9);
        QuarkusTransaction.requiringNew().run(() -> {
            Supervision matter = supervisions.findById(id);
            matter.time.grant(new TimeLimit.ByDate(due, LocalDate.of(2036, 3, 3)));
            matter.move(SupervisionMove.ASSIGN, true, LocalDate.of(2036, 3, 3), BusinessTime.startOf(saturday));
            matter.move(SupervisionMove.ACKNOWLEDGE, true, LocalDate.of(2036, 3, 7), BusinessTime.startOf(saturday));
            schedule.reckon(matter, List.of(), saturday);
            assertThat(new CountedDays(calendars.of(REGION).days(), matter.spans()).isCounted(saturday))
                    .isFalse();
            assertThat(matter.climbed.nextOn).isEqualTo("2036-03-10");
        });
        Map<String, Integer> byDay = new java.util.TreeMap<>();
        for (LocalDate day = saturday; day.isBefore(saturday.plusDays(4)); day = day.plusDays(1)) {
            run(BusinessTime.startOf(day).plus(Duration.ofHours(8)), false);
            byDay.put(day + " 08:00", steps(List.of(id)).size());
            run(BusinessTime.startOf(day).plus(Duration.ofHours(9)), false);
            byDay.put(day + " 09:00", steps(List.of(id)).size());
        }
        assertThat(byDay)
                .containsEntry("2036-03-09 09:00", 0)
                .containsEntry("2036-03-10 08:00", 0)
                .containsEntry("2036-03-10 09:00", 1)
                .containsEntry("2036-03-11 08:00", 1)
                .containsEntry("2036-03-11 09:00", 2);
    }
}
