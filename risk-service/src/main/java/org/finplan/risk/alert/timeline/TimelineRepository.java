package org.finplan.risk.alert.timeline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The entries of all timelines. */
@ApplicationScoped
class TimelineRepository {

    private static final String COLUMNS =
            "id, alert, region, kind, round, state, level, occurred_at, day_only, recorded_at, mode, actor, note";

    private static final String VALUES = ":id, :alert, :region, :kind, :round, :state, :level, :occurredAt, :dayOnly,"
            + " :recordedAt, :mode, :actor, :note";

    private static final String EVIDENCE_COLUMNS = """
            , evidence_event, evidence_state, evidence_reason_zh, evidence_reason_en, evidence_period,
            evidence_observation, evidence_version, evidence_actual, evidence_expected,
            evidence_expected_observation, evidence_expected_version, evidence_gap, evidence_unit, evidence_clause""";

    private static final String EVIDENCE_VALUES = """
            , :evidence.event, :evidence.state, :evidence.reasonZh, :evidence.reasonEn, :evidence.period,
            :evidence.observation, :evidence.version, :evidence.actual, :evidence.expected,
            :evidence.expectedObservation, :evidence.expectedVersion, :evidence.gap, :evidence.unit, :evidence.clause""";

    private static final String APPEND = "INSERT INTO alert_timeline (" + COLUMNS + ") VALUES (" + VALUES + ")";

    private static final String APPEND_WITH_EVIDENCE =
            "INSERT INTO alert_timeline (" + COLUMNS + EVIDENCE_COLUMNS + ") VALUES (" + VALUES + EVIDENCE_VALUES + ")";

    private static final String ANSWERED = " RETURNING *";

    private static final String MOVE = "UPDATE alert_timeline SET region = :region WHERE alert = :alert";

    private static final List<String> ORDER = List.of("occurred_at", "id");

    private final Jdbi jdbi;

    TimelineRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Appends an entry and reads it as it is answered. The row of its alert must be there. */
    TimelineView append(TimelineEntry entry) {
        boolean evident = entry.evidence() != null;
        return jdbi.withHandle(handle -> {
            Query statement = handle.createQuery((evident ? APPEND_WITH_EVIDENCE : APPEND) + ANSWERED);
            return bind(statement, entry).map(Row.to(TimelineView::of)).one();
        });
    }

    /** Appends many entries, in batches. The rows of their alerts must be there. */
    void append(List<TimelineEntry> entries) {
        jdbi.useHandle(handle -> {
            Map<Boolean, List<TimelineEntry>> byEvidence =
                    entries.stream().collect(Collectors.partitioningBy(entry -> entry.evidence() != null));
            byEvidence.forEach((evident, some) -> {
                PreparedBatch batch = handle.prepareBatch(evident ? APPEND_WITH_EVIDENCE : APPEND);
                some.forEach(entry -> bind(batch, entry).add());
                if (!some.isEmpty()) {
                    batch.execute();
                }
            });
        });
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TimelineEntry entry) {
        if (entry.evidence() != null) {
            statement.bindMethods("evidence", entry.evidence());
        }
        return statement
                .bind("id", entry.id())
                .bind("alert", entry.alert().id())
                .bind("region", entry.alert().region())
                .bind("kind", entry.kind().code())
                .bind("round", entry.alert().round())
                .bind("state", entry.alert().state().code())
                .bind("level", entry.alert().level().rank())
                .bind("occurredAt", entry.occurredAt())
                .bind("dayOnly", entry.dayOnly())
                .bind("recordedAt", entry.recordedAt())
                .bind("mode", entry.mode())
                .bind("actor", entry.actor())
                .bind("note", entry.note());
    }

    /** Whoever reads an alert reads its whole timeline: an alert that moves takes it along. */
    void move(UUID alert, String region) {
        jdbi.useHandle(handle -> handle.createUpdate(MOVE)
                .bind("alert", alert)
                .bind("region", region)
                .execute());
    }

    /** Reads entries in the order of what happened, not of what was entered. */
    List<TimelineView> page(UUID alert, @Nullable TimePosition after, int rows) {
        ListConditions conditions = of(alert).after(ORDER, false, after == null ? null : after.keys());
        String sql = "SELECT * FROM alert_timeline" + conditions.where() + " ORDER BY occurred_at, id LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(TimelineView::of))
                .list());
    }

    long count(UUID alert) {
        ListConditions conditions = of(alert);
        String sql = "SELECT count(*) FROM alert_timeline" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    /** Whoever reads an alert reads its whole timeline, which is of the same region. */
    private static ListConditions of(UUID alert) {
        return new ListConditions(RegionSet.ALL).equal("alert", alert);
    }
}
