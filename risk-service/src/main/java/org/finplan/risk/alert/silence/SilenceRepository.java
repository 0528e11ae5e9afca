package org.finplan.risk.alert.silence;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.rule.Level;
import org.jdbi.v3.core.Jdbi;

/** The silences. */
@ApplicationScoped
class SilenceRepository {

    private static final String INSERT = """
            INSERT INTO silence (id, version, region, regions, rule, indicator, institution, level, starts_at, ends_at, reason,
                created_by, created_at, second_person, remind_at, remind_cause)
            VALUES (:id, 0, :region, :regions, :rule, :indicator, :institution, :level, :from, :until, :reason,
                :author, :createdAt, :secondPerson, :remindAt, :remindCause)""";

    private static final String DUE = """
            SELECT id FROM silence
            WHERE remind_at <= :now AND ended_at IS NULL AND ends_at > :now AND (NOT second_person OR approved_at IS NOT NULL)
              AND id <> ALL (:putBack)
            ORDER BY remind_at LIMIT :most""";

    private static final Map<SilenceState, String> STATES = Map.of(
            SilenceState.ENDED, "(ended_at IS NOT NULL OR ends_at <= :now)",
            SilenceState.AWAITING_APPROVAL,
                    "ended_at IS NULL AND ends_at > :now AND second_person AND approved_at IS NULL",
            SilenceState.SCHEDULED,
                    "ended_at IS NULL AND starts_at > :now AND (NOT second_person OR approved_at IS NOT NULL)",
            SilenceState.IN_FORCE,
                    "ended_at IS NULL AND starts_at <= :now AND ends_at > :now"
                            + " AND (NOT second_person OR approved_at IS NOT NULL)");

    private final Jdbi jdbi;

    SilenceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a silence; its region is stored with those in it. */
    void add(Silence silence, Collection<String> regions, @Nullable Reminder reminder) {
        SilenceMatchers matchers = silence.matchers();
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", silence.id())
                .bind("region", matchers.region())
                .bindArray("regions", String.class, regions.toArray())
                .bind("rule", matchers.rule())
                .bind("indicator", matchers.indicator())
                .bind("institution", matchers.institution())
                .bind(
                        "level",
                        matchers.level() == null ? null : matchers.level().rank())
                .bind("from", silence.from())
                .bind("until", silence.until())
                .bind("reason", silence.reason())
                .bind("author", silence.author())
                .bind("createdAt", silence.createdAt())
                .bind("secondPerson", silence.secondPerson())
                .bind("remindAt", reminder == null ? null : reminder.at())
                .bind("remindCause", reminder == null ? null : reminder.cause().code())
                .execute());
    }

    Optional<Silence> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM silence" + conditions.where()))
                .map(Row.to(SilenceRepository::silence))
                .findOne());
    }

    /** Locks a silence until the transaction ends. */
    void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM silence WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(UUID.class)
                .one());
    }

    /** Reads silences, the newest first. */
    List<Silence> page(
            @Nullable SilenceState state, Instant now, RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions = conditions(state, now, readable)
                .after(List.of("created_at", "id"), true, after == null ? null : after.keys());
        String sql = "SELECT * FROM silence" + conditions.where() + " ORDER BY created_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(SilenceRepository::silence))
                .list());
    }

    long count(@Nullable SilenceState state, Instant now, RegionSet readable) {
        ListConditions conditions = conditions(state, now, readable);
        String sql = "SELECT count(*) FROM silence" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static ListConditions conditions(@Nullable SilenceState state, Instant now, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable);
        return state == null ? conditions : conditions.and(STATES.get(state), Map.of("now", now));
    }

    void approve(UUID id, Silence.Act approval) {
        act("approved_by = :by, approved_at = :at", id, approval);
    }

    void end(UUID id, Silence.Act end) {
        act("ended_by = :by, ended_at = :at", id, end);
    }

    private void act(String assignment, UUID id, Silence.Act act) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE silence SET version = version + 1, " + assignment + " WHERE id = :id")
                .bind("by", act.by())
                .bind("at", act.at())
                .bind("id", id)
                .execute());
    }

    List<UUID> dueReminders(Instant now, Collection<UUID> putBack, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("now", now)
                .bindArray("putBack", UUID.class, List.copyOf(putBack))
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Reads the reminder that a silence waits for. */
    Optional<Reminder> reminder(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT remind_at, remind_cause FROM silence WHERE id = :id AND remind_at IS NOT NULL")
                .bind("id", id)
                .map(Row.to(row -> new Reminder(row.instant("remind_at"), Reminder.Cause.of(row.text("remind_cause")))))
                .findOne());
    }

    void remind(UUID id, @Nullable Reminder next) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE silence SET remind_at = :at, remind_cause = :cause WHERE id = :id")
                .bind("at", next == null ? null : next.at())
                .bind("cause", next == null ? null : next.cause().code())
                .bind("id", id)
                .execute());
    }

    private static Silence silence(Row row) throws SQLException {
        Integer level = row.integerOrNull("level");
        return new Silence(
                row.uuid("id"),
                row.integer("version"),
                new SilenceMatchers(
                        row.text("region"),
                        row.text("rule"),
                        row.text("indicator"),
                        row.text("institution"),
                        level == null ? null : Level.ofRank(level)),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.text("reason"),
                row.text("created_by"),
                row.instant("created_at"),
                row.flag("second_person"),
                act(row, "approved"),
                act(row, "ended"));
    }

    @Nullable
    private static Silence.Act act(Row row, String name) throws SQLException {
        String by = row.text(name + "_by");
        return by == null ? null : new Silence.Act(by, row.instant(name + "_at"));
    }
}
