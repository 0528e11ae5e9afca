package org.finplan.risk.assessment;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The last finding of every rule for every subject and period. */
@ApplicationScoped
class AssessmentRepository {

    private static final String KEEP = """
            INSERT INTO rule_assessment AS known (
                rule, rule_version, plan, indicator, region, institution, counterpart, period, period_end, period_days,
                state, level, cause, reason_zh, reason_en, actual, actual_observation, actual_version, expected,
                expected_observation, expected_version, gap, unit, clause, event, sequence, assessed_at)
            VALUES (
                :rule, :ruleVersion, :plan, :indicator, :region, :institution, :counterpart, :period, :periodEnd, :periodDays,
                :state, :level, :cause, :reasonZh, :reasonEn, :actual, :actualObservation, :actualVersion, :expected,
                :expectedObservation, :expectedVersion, :gap, :unit, :clause, :event, :sequence, :assessedAt)
            ON CONFLICT (rule, subject, period) DO UPDATE SET
                indicator = excluded.indicator, region = excluded.region, rule_version = excluded.rule_version,
                state = excluded.state, level = excluded.level, cause = excluded.cause, reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
                actual = excluded.actual, actual_observation = excluded.actual_observation,
                actual_version = excluded.actual_version, expected = excluded.expected,
                expected_observation = excluded.expected_observation, expected_version = excluded.expected_version,
                gap = excluded.gap, unit = excluded.unit, clause = excluded.clause, event = excluded.event,
                sequence = excluded.sequence, assessed_at = excluded.assessed_at
            WHERE known.sequence <= excluded.sequence""";

    /** Of periods that end together the shorter is the newer news. */
    private static final String JUDGED = """
            SELECT DISTINCT ON (period_end) * FROM rule_assessment
            WHERE rule = :rule AND subject = :subject
              AND state NOT IN ('not-assessable', 'undecided') AND (CAST(:last AS date) IS NULL OR period_end <= :last)
            ORDER BY period_end, period_days, assessed_at DESC""";

    private final Jdbi jdbi;

    AssessmentRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Keeps a finding in the place of the one before.
     *
     * @param finding the finding
     * @param sequence sequence of the event that brought its figure
     * @param at when it was judged
     * @return false when a newer event was judged already, so that it was not kept
     */
    boolean keep(Finding finding, long sequence, Instant at) {
        Period period = Period.parse(finding.period());
        Subject subject = finding.subject();
        return jdbi.withHandle(handle -> {
            Update statement = handle.createUpdate(KEEP)
                    .bind("rule", subject.rule())
                    .bind("ruleVersion", finding.ruleVersion())
                    .bind("plan", subject.plan())
                    .bind("indicator", subject.indicator())
                    .bind("region", subject.region())
                    .bind("institution", subject instanceof Subject.Institution of ? of.institution() : null)
                    .bind("counterpart", subject instanceof Subject.Institution of ? of.counterpart() : null)
                    .bind("period", finding.period())
                    .bind("periodEnd", period.end())
                    .bind("periodDays", ChronoUnit.DAYS.between(period.start(), period.end()) + 1)
                    .bind("gap", finding.gap())
                    .bind("unit", finding.unit())
                    .bind("clause", finding.clause())
                    .bind("event", finding.event())
                    .bind("sequence", sequence)
                    .bind("assessedAt", at);
            bind(statement, finding.verdict());
            bind(statement, "actual", finding.actual());
            bind(statement, "expected", finding.expected());
            return statement.execute() > 0;
        });
    }

    /**
     * Reads the findings of the periods that could be judged.
     *
     * @param subject what was judged
     * @param last the last day of its plan, or null when it is not loaded; an earlier release kept findings of later periods
     * @return the findings, the oldest period first, one for each last day
     */
    List<Finding> judged(Subject subject, @Nullable LocalDate last) {
        return jdbi.withHandle(handle -> handle.createQuery(JUDGED)
                .bind("rule", subject.rule())
                .bind("subject", subject.key())
                .bind("last", last)
                .map(Row.to(AssessmentRepository::finding))
                .list());
    }

    /** Reads the assessments that follow those with the values of a position in the order, or the first ones. */
    List<AssessmentView> page(AssessmentFilter filter, RegionSet readable, @Nullable List<String> after, int rows) {
        ListConditions conditions = conditions(filter, readable).after(AssessmentOrder.COLUMNS, false, after);
        String sql = "SELECT * FROM rule_assessment" + conditions.where() + " ORDER BY "
                + String.join(", ", AssessmentOrder.COLUMNS) + " LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(row -> AssessmentView.of(
                        finding(row),
                        row.numberOrNull("rule_set"),
                        row.numberOrNull("group_version"),
                        row.instant("assessed_at"))))
                .list());
    }

    long count(AssessmentFilter filter, RegionSet readable) {
        ListConditions conditions = conditions(filter, readable);
        String sql = "SELECT count(*) FROM rule_assessment" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static ListConditions conditions(AssessmentFilter filter, RegionSet readable) {
        return new ListConditions(readable)
                .equal("rule", filter.rule())
                .equal("region", filter.region())
                .equal("institution", filter.institution())
                .equal("indicator", filter.indicator())
                .equal("period", filter.period())
                .equal("state", filter.state());
    }

    private static void bind(Update statement, Verdict verdict) {
        statement
                .bind("state", verdict.code())
                .bind("level", verdict.warning().map(Level::rank).orElse(null))
                .bind("cause", verdict.obstacle().orElse(null))
                .bind("reasonZh", verdict.reason().zh())
                .bind("reasonEn", verdict.reason().en());
    }

    private static void bind(Update statement, String name, @Nullable Figure figure) {
        statement
                .bind(name, figure == null ? null : figure.value())
                .bind(name + "Observation", figure == null ? null : figure.observation())
                .bind(name + "Version", figure == null ? null : figure.version());
    }

    private static Finding finding(Row row) throws SQLException {
        return new Finding(
                subject(row),
                row.integer("rule_version"),
                row.text("period"),
                figure(row, "actual"),
                figure(row, "expected"),
                row.decimal("gap"),
                row.text("unit"),
                row.text("clause"),
                row.uuid("event"),
                verdict(row));
    }

    @Nullable
    private static Figure figure(Row row, String name) throws SQLException {
        BigDecimal value = row.decimal(name);
        return value == null
                ? null
                : new Figure(value, row.uuid(name + "_observation"), row.integerOrNull(name + "_version"));
    }

    private static Subject subject(Row row) throws SQLException {
        String rule = row.text("rule");
        String plan = row.text("plan");
        String indicator = row.text("indicator");
        String region = row.text("region");
        String institution = row.text("institution");
        return institution == null
                ? new Subject.PlanIndicator(rule, plan, indicator, region)
                : new Subject.Institution(rule, plan, indicator, region, institution, row.text("counterpart"));
    }

    private static Verdict verdict(Row row) throws SQLException {
        LocalizedText reason = new LocalizedText(row.text("reason_zh"), row.text("reason_en"));
        return switch (row.text("state")) {
            case "breached" -> new Verdict.Breached(Level.ofRank(row.integer("level")), reason);
            case "near" -> new Verdict.Near(Level.ofRank(row.integer("level")), reason);
            case "undecided" -> new Verdict.Undecided(row.text("cause"), reason);
            case "not-assessable" -> new Verdict.NotAssessable(row.text("cause"), reason);
            default -> new Verdict.Clear(reason);
        };
    }
}
