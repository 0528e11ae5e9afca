package org.finplan.indicators.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.finplan.indicators.database.Database;
import org.finplan.indicators.database.Row;

/** The table of kept judgements. Nothing is ever updated. */
@ApplicationScoped
class JudgementRepository {

    private static final String NEWEST = """
            SELECT newest.*
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS wanted (plan, indicator, region, period)
            CROSS JOIN LATERAL (
                SELECT * FROM attainment_judgement j
                WHERE j.plan = wanted.plan AND j.indicator = wanted.indicator AND j.region = wanted.region
                    AND j.period = wanted.period
                ORDER BY j.version DESC LIMIT 1) newest
            """;

    private static final String INSERT = """
            INSERT INTO attainment_judgement (plan, indicator, region, period, version, state, reason, actual, expected,
                gap, target, comparator, observation, observation_version, method, assessed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    JudgementRepository(Database database) {
        this.database = database;
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
        return database.query(NEWEST, JudgementRepository::map, plans, indicators, regions, periods);
    }

    void insert(List<KeptJudgement> judgements) {
        database.insert(
                INSERT, judgements.stream().map(JudgementRepository::parameters).toList());
    }

    private static Object[] parameters(KeptJudgement judgement) {
        return new Object[] {
            judgement.plan(),
            judgement.indicator(),
            judgement.region(),
            judgement.period(),
            judgement.version(),
            judgement.state(),
            judgement.reason(),
            judgement.actual(),
            judgement.expected(),
            judgement.gap(),
            judgement.target(),
            judgement.comparator(),
            judgement.observation(),
            judgement.observationVersion(),
            AttainmentMethod.VERSION,
            judgement.assessedAt()
        };
    }

    private static KeptJudgement map(Row row) throws SQLException {
        return new KeptJudgement(
                row.text("plan"),
                row.text("indicator"),
                row.text("region"),
                row.text("period"),
                row.integer("version"),
                row.text("state"),
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
