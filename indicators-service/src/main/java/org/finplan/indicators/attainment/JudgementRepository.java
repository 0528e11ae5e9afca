package org.finplan.indicators.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of kept judgements. Nothing is ever updated. */
@ApplicationScoped
class JudgementRepository {

    private static final String NEWEST = """
            SELECT newest.*
            FROM unnest(:plans::text[], :indicators::text[], :regions::text[], :periods::text[]) AS wanted (plan, indicator, region, period)
            CROSS JOIN LATERAL (
                SELECT * FROM attainment_judgement j
                WHERE j.plan = wanted.plan AND j.indicator = wanted.indicator AND j.region = wanted.region
                    AND j.period = wanted.period
                ORDER BY j.version DESC LIMIT 1) newest
            """;

    private static final String INSERT = """
            INSERT INTO attainment_judgement (plan, indicator, region, period, version, state, reason, actual, expected,
                gap, target, comparator, observation, observation_version, method, assessed_at)
            VALUES (:plan, :indicator, :region, :period, :version, :state, :reason, :actual, :expected,
                :gap, :target, :comparator, :observation, :observation_version, :method, :assessed_at)
            """;

    private static final RowMapper<KeptJudgement> JUDGEMENT = Row.to(JudgementRepository::judgement);

    private final Jdbi jdbi;

    JudgementRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest judgement of each subject that has one} */
    List<KeptJudgement> newest(List<Assessment> assessments) {
        List<String> plans = new ArrayList<>();
        List<String> indicators = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        List<String> periods = new ArrayList<>();
        for (Assessment assessment : assessments) {
            plans.add(assessment.plan());
            indicators.add(assessment.indicator().code());
            regions.add(assessment.region());
            periods.add(assessment.period().text());
        }
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bindArray("plans", String.class, plans)
                .bindArray("indicators", String.class, indicators)
                .bindArray("regions", String.class, regions)
                .bindArray("periods", String.class, periods)
                .map(JUDGEMENT)
                .list());
    }

    void insert(List<KeptJudgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            judgements.forEach(judgement -> add(batch, judgement));
            batch.execute();
        });
    }

    private static void add(PreparedBatch batch, KeptJudgement judgement) {
        batch.bind("plan", judgement.plan())
                .bind("indicator", judgement.indicator())
                .bind("region", judgement.region())
                .bind("period", judgement.period())
                .bind("version", judgement.version())
                .bind("state", judgement.state().code())
                .bind("reason", judgement.reason())
                .bind("actual", judgement.actual())
                .bind("expected", judgement.expected())
                .bind("gap", judgement.gap())
                .bind("target", judgement.target())
                .bind("comparator", judgement.comparator())
                .bind("observation", judgement.observation())
                .bind("observation_version", judgement.observationVersion())
                .bind("method", AttainmentMethod.VERSION)
                .bind("assessed_at", judgement.assessedAt())
                .add();
    }

    private static KeptJudgement judgement(Row row) throws SQLException {
        return new KeptJudgement(
                row.text("plan"),
                row.text("indicator"),
                row.text("region"),
                row.text("period"),
                row.integer("version"),
                AttainmentState.of(row.text("state")),
                row.text("reason"),
                row.decimal("actual"),
                row.decimal("expected"),
                row.decimal("gap"),
                row.decimal("target"),
                row.text("comparator"),
                row.uuid("observation"),
                row.integerOrNull("observation_version"),
                row.instant("assessed_at"));
    }
}
