package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.finplan.risk.assessment.KnownFindings.FindingKey;
import org.finplan.risk.assessment.KnownFindings.Stored;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Reads and writes findings about institutions, many at once. */
@ApplicationScoped
class FindingBatch {

    private static final int AT_ONCE = 5_000;

    private static final String KNOWN = """
            SELECT rule, subject, period, institution, counterpart, rule_version, indicator, region, state, coalesce(level, 0) AS rank,
                cause, reason_zh, actual, actual_version, expected, unit, event
            FROM rule_assessment WHERE institution = ANY (:institutions)""";

    private static final String KEEP = """
            INSERT INTO rule_assessment AS known (
                rule, rule_version, plan, indicator, region, institution, counterpart, period, period_end, period_days,
                state, level, cause, reason_zh, reason_en, actual, actual_observation, actual_version, expected, gap, unit,
                clause, event, group_version, sequence, rule_set, assessed_at)
            SELECT n.*, 0, :ruleSet, :at FROM unnest(
                :rules, :versions, :plans, :indicators, :regions, :institutions, :counterparts, :periods, :ends, :days,
                :states, :levels, :causes, :reasonsZh, :reasonsEn, :actuals, :observations, :observed, :expected, :gaps,
                :units, :clauses, :events, :groups) AS n
            ON CONFLICT (rule, subject, period) DO UPDATE SET
                rule_version = excluded.rule_version, indicator = excluded.indicator, region = excluded.region,
                state = excluded.state, level = excluded.level, cause = excluded.cause, reason_zh = excluded.reason_zh,
                reason_en = excluded.reason_en, actual = excluded.actual,
                actual_observation = excluded.actual_observation, actual_version = excluded.actual_version,
                expected = excluded.expected, gap = excluded.gap, unit = excluded.unit, clause = excluded.clause,
                event = excluded.event, group_version = excluded.group_version, rule_set = excluded.rule_set, assessed_at = excluded.assessed_at""";

    private static final String FORGET = """
            DELETE FROM rule_assessment a USING unnest(:rules, :subjects, :periods) AS gone (rule, subject, period)
            WHERE a.rule = gone.rule AND a.subject = gone.subject AND a.period = gone.period""";

    private final Jdbi jdbi;

    FindingBatch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return what is stored about institutions} */
    Map<FindingKey, Stored> known(Collection<String> institutions) {
        Map<FindingKey, Stored> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(KNOWN)
                .bindArray("institutions", String.class, List.copyOf(institutions))
                .map(Row.to(row -> Map.entry(
                        new FindingKey(row.text("rule"), row.text("subject"), row.text("period")), stored(row))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue())));
        return known;
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                row.text("institution"),
                row.text("counterpart"),
                row.integer("rule_version"),
                row.text("indicator"),
                row.text("region"),
                row.text("state"),
                row.integer("rank"),
                row.text("cause"),
                row.text("reason_zh"),
                row.decimal("actual"),
                row.integerOrNull("actual_version"),
                row.decimal("expected"),
                row.text("unit"),
                row.uuid("event"));
    }

    /**
     * Writes findings in the place of those before.
     *
     * @param findings the findings
     * @param groups version of the group of a finding's institution at the end of its period, null where it has none
     * @param ruleSet number of what was in force
     * @param at when they were found
     */
    void keep(List<Finding> findings, Function<Finding, Long> groups, long ruleSet, Instant at) {
        for (int from = 0; from < findings.size(); from += AT_ONCE) {
            List<Finding> some = findings.subList(from, Math.min(findings.size(), from + AT_ONCE));
            jdbi.useHandle(handle -> bind(handle.createUpdate(KEEP), some)
                    .bindArray("groups", Long.class, some.stream().map(groups).toList())
                    .bind("ruleSet", ruleSet)
                    .bind("at", at)
                    .execute());
        }
    }

    /** Forgets findings that are none any more. */
    void forget(List<FindingKey> gone) {
        if (!gone.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(FORGET)
                    .bindArray(
                            "rules",
                            String.class,
                            gone.stream().map(FindingKey::rule).toList())
                    .bindArray(
                            "subjects",
                            String.class,
                            gone.stream().map(FindingKey::subject).toList())
                    .bindArray(
                            "periods",
                            String.class,
                            gone.stream().map(FindingKey::period).toList())
                    .execute());
        }
    }

    private static Update bind(Update query, List<Finding> findings) {
        text(query, "rules", findings, finding -> finding.subject().rule());
        array(query, "versions", Integer.class, findings, Finding::ruleVersion);
        text(query, "plans", findings, finding -> finding.subject().plan());
        text(query, "indicators", findings, finding -> finding.subject().indicator());
        text(query, "regions", findings, finding -> finding.subject().region());
        text(query, "institutions", findings, finding -> institution(finding).institution());
        text(query, "counterparts", findings, finding -> institution(finding).counterpart());
        text(query, "periods", findings, Finding::period);
        array(query, "ends", LocalDate.class, findings, finding -> Period.parse(finding.period())
                .end());
        array(query, "days", Integer.class, findings, FindingBatch::days);
        text(query, "states", findings, finding -> finding.verdict().code());
        array(query, "levels", Short.class, findings, FindingBatch::level);
        text(query, "causes", findings, finding -> finding.verdict().obstacle().orElse(null));
        text(query, "reasonsZh", findings, finding -> finding.verdict().reason().zh());
        text(query, "reasonsEn", findings, finding -> finding.verdict().reason().en());
        array(query, "actuals", BigDecimal.class, findings, finding -> value(finding.actual()));
        array(
                query,
                "observations",
                UUID.class,
                findings,
                finding -> finding.actual() == null ? null : finding.actual().observation());
        array(
                query,
                "observed",
                Integer.class,
                findings,
                finding -> finding.actual() == null ? null : finding.actual().version());
        array(query, "expected", BigDecimal.class, findings, finding -> value(finding.expected()));
        array(query, "gaps", BigDecimal.class, findings, Finding::gap);
        text(query, "units", findings, Finding::unit);
        text(query, "clauses", findings, Finding::clause);
        array(query, "events", UUID.class, findings, Finding::event);
        return query;
    }

    private static void text(Update query, String name, List<Finding> findings, Function<Finding, String> of) {
        array(query, name, String.class, findings, of);
    }

    private static <T> void array(
            Update query, String name, Class<T> type, List<Finding> findings, Function<Finding, T> of) {
        query.bindArray(name, type, findings.stream().map(of).toList());
    }

    private static Subject.Institution institution(Finding finding) {
        return (Subject.Institution) finding.subject();
    }

    private static Integer days(Finding finding) {
        Period period = Period.parse(finding.period());
        return (int) ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
    }

    private static Short level(Finding finding) {
        return finding.verdict()
                .warning()
                .map(Level::rank)
                .map(Integer::shortValue)
                .orElse(null);
    }

    private static BigDecimal value(Figure figure) {
        return figure == null ? null : figure.value();
    }
}
