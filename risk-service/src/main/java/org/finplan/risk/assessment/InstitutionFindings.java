package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.alert.FollowedAlerts;
import org.finplan.risk.assessment.KnownFindings.FindingKey;
import org.finplan.risk.ownership.GroupVersions;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;

/**
 * Keeps what rules find of institutions, and lets the alerts follow. A finding is stored once it warns, and follows what its rule
 * says from then on; what never warned is not stored.
 */
@ApplicationScoped
public class InstitutionFindings {

    /** Of periods that end together the shorter is the newer news. */
    private static final Comparator<Finding> NEWER = Comparator.comparing(
                    (Finding finding) -> Period.parse(finding.period()).end())
            .thenComparing(finding -> Period.parse(finding.period()).start());

    private final FindingBatch batch;
    private final FollowedAlerts followed;
    private final AlertRaisingService alerts;
    private final Signals signals;
    private final GroupVersions groups;
    private final Clock clock;

    InstitutionFindings(
            FindingBatch batch,
            FollowedAlerts followed,
            AlertRaisingService alerts,
            Signals signals,
            GroupVersions groups,
            Clock clock) {
        this.batch = batch;
        this.followed = followed;
        this.alerts = alerts;
        this.signals = signals;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * What became of findings.
     *
     * @param changed findings that are not as they were
     * @param warned subjects whose newest finding warns
     */
    public record Effect(int changed, int warned) {}

    /**
     * What findings are taken by.
     *
     * @param ruleSet number of what was in force
     * @param terms of a rule, by code
     * @param names names of the institutions, by code
     * @param judged codes of the rules that were applied: what they no longer find is forgotten
     * @param cause id of the event or run that made them
     */
    public record Circumstances(
            long ruleSet,
            Function<String, RuleTerms> terms,
            Map<String, String> names,
            Set<String> judged,
            UUID cause) {}

    /**
     * Reads what is known of institutions, of which the caller keeps others from judging them.
     *
     * @param institutions their codes
     * @return what is stored
     */
    public KnownFindings known(Collection<String> institutions) {
        return new KnownFindings(batch.known(institutions), followed.of(institutions));
    }

    /**
     * Takes findings about institutions, in the transaction of the caller. An alert follows the warning that the periods of its
     * subject add up to.
     *
     * @param known what is stored about these institutions
     * @param findings all results of each rule of {@link KnownFindings#rules} and of each that warns now
     * @param by what they are taken by
     * @return what became of them
     */
    public Effect take(KnownFindings known, List<Finding> findings, Circumstances by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Finding> changed = new ArrayList<>();
        Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
        Set<FindingKey> found = new HashSet<>();
        for (Finding finding : findings) {
            FindingKey key = FindingKey.of(finding);
            found.add(key);
            KnownFindings.Stored stored = known.find(key).orElse(null);
            boolean same = stored != null && stored.saysTheSameAs(finding);
            if (!same && (stored != null || KnownFindings.rank(finding) > 0)) {
                changed.add(finding);
            }
            bySubject
                    .computeIfAbsent(key.subjectOfRule(), any -> new ArrayList<>())
                    .add(same ? broughtBy(finding, stored.event()) : finding);
        }
        for (Finding finding : changed) {
            int before = known.find(FindingKey.of(finding))
                    .map(KnownFindings.Stored::level)
                    .orElse(0);
            if (KnownFindings.rank(finding) > before) {
                signals.detected(finding, by.ruleSet(), by.terms(), now);
            }
        }
        batch.keep(changed, groupsOf(changed), by.ruleSet(), now);
        List<FindingKey> gone = known.all().keySet().stream()
                .filter(key -> by.judged().contains(key.rule()) && !found.contains(key))
                .toList();
        batch.forget(gone);
        List<AlertRaisingService.Judged> followed = ended(known, gone, bySubject.keySet(), by);
        int warned = follow(known, bySubject, by, followed);
        alerts.follow(followed, by.cause());
        return new Effect(changed.size() + gone.size(), warned);
    }

    /** Who counted as one group with an institution at the end of the period, by the links that are known now. */
    private Function<Finding, Long> groupsOf(List<Finding> findings) {
        if (findings.isEmpty()) {
            return finding -> null;
        }
        Map<LocalDate, Map<String, Long>> versions = groups.current(
                findings.stream().map(InstitutionFindings::institution).toList(),
                findings.stream().map(InstitutionFindings::end).toList());
        return finding -> versions.get(end(finding)).get(institution(finding));
    }

    private static String institution(Finding finding) {
        return ((Subject.Institution) finding.subject()).institution();
    }

    private static LocalDate end(Finding finding) {
        return Period.parse(finding.period()).end();
    }

    private static List<AlertRaisingService.Judged> ended(
            KnownFindings known, List<FindingKey> gone, Set<String> left, Circumstances by) {
        Map<String, FindingKey> bySubject = new TreeMap<>();
        gone.stream()
                .filter(key -> !left.contains(key.subjectOfRule()))
                .forEach(key -> bySubject.putIfAbsent(key.subjectOfRule(), key));
        List<AlertRaisingService.Judged> ended = new ArrayList<>();
        bySubject.values().forEach(key -> ended.add(end(key, known.find(key).orElseThrow(), by)));
        return ended;
    }

    /** A rule that does not apply any more has no finding left, and its alert no cause. */
    private static AlertRaisingService.Judged end(FindingKey key, KnownFindings.Stored stored, Circumstances by) {
        RuleTerms terms = by.terms().apply(key.rule());
        return new AlertRaisingService.Judged(
                stored.ruleVersion(),
                new Subject.Institution(
                        key.rule(),
                        Rule.PLAN,
                        stored.indicator(),
                        stored.region(),
                        stored.institution(),
                        stored.counterpart()),
                terms.warning(),
                List.of(),
                terms.name());
    }

    private static int follow(
            KnownFindings known,
            Map<String, List<Finding>> bySubject,
            Circumstances by,
            List<AlertRaisingService.Judged> followed) {
        int warned = 0;
        for (List<Finding> all : bySubject.values()) {
            List<Finding> judged = judged(all);
            Finding any = judged.isEmpty() ? all.get(0) : judged.get(judged.size() - 1);
            warned += judged.isEmpty() || any.verdict().warning().isEmpty() ? 0 : 1;
            RuleTerms terms = by.terms().apply(any.subject().rule());
            if (!known.alerts().isAsBefore(any.subject(), terms.warning(), judged)) {
                followed.add(new AlertRaisingService.Judged(
                        any.ruleVersion(), any.subject(), terms.warning(), judged, title(any, terms, by)));
            }
        }
        return warned;
    }

    private static LocalizedText title(Finding finding, RuleTerms terms, Circumstances by) {
        String name = by.names().get(institution(finding));
        return new LocalizedText(
                name + "：" + terms.name().zh(), name + ": " + terms.name().en());
    }

    /** What says the same as before was brought by what brought it then. */
    private static Finding broughtBy(Finding finding, UUID event) {
        return new Finding(
                finding.subject(),
                finding.ruleVersion(),
                finding.period(),
                finding.actual(),
                finding.expected(),
                finding.gap(),
                finding.unit(),
                finding.clause(),
                event,
                finding.verdict());
    }

    /** The findings that say something, the oldest first; of periods that end together the shorter alone. */
    private static List<Finding> judged(List<Finding> findings) {
        Map<LocalDate, Finding> byEnd = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.verdict().obstacle().isEmpty())
                .sorted(NEWER)
                .forEach(finding -> byEnd.put(Period.parse(finding.period()).end(), finding));
        return List.copyOf(byEnd.values());
    }
}
