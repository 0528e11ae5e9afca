package org.finplan.risk.assessment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.risk.alert.FollowedAlerts;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;

/** What is stored about some institutions before they are judged again: findings that warned once, and alerts. */
public final class KnownFindings {

    private final Map<FindingKey, Stored> findings;
    private final Map<String, Set<String>> rules = new HashMap<>();
    private final FollowedAlerts.Standing alerts;

    KnownFindings(Map<FindingKey, Stored> findings, FollowedAlerts.Standing alerts) {
        this.findings = findings;
        this.alerts = alerts;
        findings.forEach((key, stored) -> rules.computeIfAbsent(stored.institution(), any -> new HashSet<>())
                .add(key.rule()));
    }

    /** What tells a finding from others. */
    record FindingKey(String rule, String subject, String period) {

        static FindingKey of(Finding finding) {
            return new FindingKey(finding.subject().rule(), finding.subject().key(), finding.period());
        }

        String subjectOfRule() {
            return rule + " " + subject;
        }
    }

    /** A finding as it is stored. */
    record Stored(
            String institution,
            String counterpart,
            int ruleVersion,
            String indicator,
            String region,
            String state,
            int level,
            String cause,
            String reason,
            BigDecimal actual,
            Integer version,
            BigDecimal expected,
            String unit,
            UUID event) {

        boolean saysTheSameAs(Finding finding) {
            return ruleVersion == finding.ruleVersion()
                    && indicator.equals(finding.subject().indicator())
                    && region.equals(finding.subject().region())
                    && state.equals(finding.verdict().code())
                    && level == rank(finding)
                    && Objects.equals(cause, finding.verdict().obstacle().orElse(null))
                    && reason.equals(finding.verdict().reason().zh())
                    && isEqual(actual, finding.actual())
                    && Objects.equals(
                            version,
                            finding.actual() == null ? null : finding.actual().version())
                    && isEqual(expected, finding.expected())
                    && Objects.equals(unit, finding.unit());
        }

        private static boolean isEqual(BigDecimal known, Figure figure) {
            if (known == null || figure == null) {
                return known == null && figure == null;
            }
            return known.compareTo(figure.value()) == 0;
        }
    }

    /** {@return 1 to 4 for a finding that warns, else 0} */
    static int rank(Finding finding) {
        return finding.verdict().warning().map(Level::rank).orElse(0);
    }

    /**
     * The rules whose results are needed whatever they say.
     *
     * @param institution code of an institution
     * @return codes of the rules that warned of it once, or have an alert
     */
    public Set<String> rules(String institution) {
        Set<String> both = new HashSet<>(rules.getOrDefault(institution, Set.of()));
        both.addAll(alerts.rules(institution));
        return both;
    }

    Optional<Stored> find(FindingKey key) {
        return Optional.ofNullable(findings.get(key));
    }

    Map<FindingKey, Stored> all() {
        return findings;
    }

    FollowedAlerts.Standing alerts() {
        return alerts;
    }
}
