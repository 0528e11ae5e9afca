package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.finplan.platform.sql.Row;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.lifecycle.Warning;
import org.finplan.risk.alert.lifecycle.WarningSignal;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What alerts follow already, read for many at once: most findings of a run change nothing. */
@ApplicationScoped
public class FollowedAlerts {

    private static final String OF_INSTITUTIONS = """
            SELECT * FROM alert WHERE institution = ANY (:institutions)""";

    private static final String OF_RULES = """
            SELECT * FROM alert WHERE rule = ANY (:rules) AND region = :region""";

    private static final String OPEN = """
            SELECT indicator FROM alert WHERE rule = :rule AND region = :region AND state <> 'closed' ORDER BY indicator""";

    private final Jdbi jdbi;

    FollowedAlerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Followed(String region, String warning, Evidence evidence) {}

    /** The alerts of some institutions as they stand. */
    public static final class Standing {

        private final Map<String, Followed> bySubject = new HashMap<>();
        private final Map<String, Set<String>> rules = new HashMap<>();

        /**
         * The rules that have an alert.
         *
         * @param institution code of an institution
         * @return codes of the rules, of closed alerts too
         */
        public Set<String> rules(String institution) {
            return rules.getOrDefault(institution, Set.of());
        }

        /**
         * Whether findings leave an alert as it is, so that it need not be locked.
         *
         * @param subject what they are about
         * @param policy policy of their rule
         * @param findings the findings that say something, the oldest first and one for each last day
         * @return whether nothing follows from them
         */
        public boolean isAsBefore(Subject subject, WarningPolicy policy, List<Finding> findings) {
            Warning warning = Warning.after(
                    policy,
                    findings.stream()
                            .map(finding -> WarningSignal.of(policy, finding))
                            .toList());
            Followed known = bySubject.get(subject.rule() + " " + subject.key());
            if (known == null) {
                return !warning.isOn();
            }
            Evidence newest = findings.isEmpty() ? null : Evidence.of(findings.get(findings.size() - 1));
            return known.region().equals(subject.region())
                    && known.warning().equals(warning.phase().code())
                    && isSame(known.evidence(), newest);
        }

        private static boolean isSame(Evidence known, @Nullable Evidence newest) {
            return newest == null || known.saysTheSameAs(newest);
        }
    }

    /**
     * Reads the alerts of institutions.
     *
     * @param institutions their codes; the caller keeps others from judging them
     * @return what they follow
     */
    public Standing of(Collection<String> institutions) {
        return standing(
                OF_INSTITUTIONS, query -> query.bindArray("institutions", String.class, List.copyOf(institutions)));
    }

    /**
     * Reads the alerts of some rules in a region.
     *
     * @param rules codes of the rules
     * @param region region code; the caller keeps others from judging by them there
     * @return what they follow
     */
    public Standing of(Collection<String> rules, String region) {
        return standing(OF_RULES, query -> query.bindArray("rules", String.class, List.copyOf(rules))
                .bind("region", region));
    }

    private Standing standing(String sql, UnaryOperator<Query> bound) {
        Standing standing = new Standing();
        jdbi.useHandle(handle -> bound.apply(handle.createQuery(sql))
                .map(Row.to(row -> {
                    String rule = row.text("rule");
                    standing.bySubject.put(
                            rule + " " + row.text("subject"),
                            new Followed(row.text("region"), row.text("warning"), Evidence.of(row)));
                    String institution = row.text("institution");
                    return institution == null
                            || standing.rules
                                    .computeIfAbsent(institution, any -> new HashSet<>())
                                    .add(rule);
                }))
                .forEach(added -> {}));
        return standing;
    }

    /**
     * The open alerts of a rule in a region.
     *
     * @param rule code of the rule
     * @param region region code
     * @return what each is about, see {@link Subject#indicator()}
     */
    public List<String> open(String rule, String region) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("rule", rule)
                .bind("region", region)
                .mapTo(String.class)
                .list());
    }
}
