package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.WarningPolicy;

/** Keeps what rules find of institutions, and lets the alerts follow. */
@ApplicationScoped
public class InstitutionFindings {

    /** Of periods that end together the shorter is the newer news. */
    private static final Comparator<Finding> NEWER = Comparator.comparing(
                    (Finding finding) -> Period.parse(finding.period()).end())
            .thenComparing(finding -> Period.parse(finding.period()).start());

    private final FindingBatch batch;
    private final AlertRaisingService alerts;
    private final Clock clock;

    InstitutionFindings(FindingBatch batch, AlertRaisingService alerts, Clock clock) {
        this.batch = batch;
        this.alerts = alerts;
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
     * Takes all findings about some institutions, in the transaction of the caller, who keeps others from judging the same
     * institutions. An alert follows the warning that the periods of its subject add up to; what did not change and what
     * never warned has none to follow.
     *
     * @param findings the findings, all periods of each subject
     * @param ruleSet number of what was in force
     * @param policy how long the rule of a finding waits before it warns, and before a warning ends
     * @param title title of an alert that has to be raised
     * @param cause id of the event or run that made them
     * @return what became of them
     */
    public Effect take(
            List<Finding> findings,
            long ruleSet,
            Function<Finding, WarningPolicy> policy,
            Function<Finding, LocalizedText> title,
            UUID cause) {
        List<FindingBatch.Changed> changed =
                batch.keep(findings, ruleSet, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Set<String> touched = new HashSet<>();
        Set<String> warning = new HashSet<>();
        for (FindingBatch.Changed one : changed) {
            touched.add(one.rule() + " " + one.subject());
            if (one.warnedBefore()) {
                warning.add(one.rule() + " " + one.subject());
            }
        }
        Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
        findings.forEach(finding -> bySubject
                .computeIfAbsent(key(finding), any -> new ArrayList<>())
                .add(finding));
        int warned = 0;
        List<AlertRaisingService.Judged> followed = new ArrayList<>();
        for (Map.Entry<String, List<Finding>> entry : bySubject.entrySet()) {
            List<Finding> judged = judged(entry.getValue());
            Finding any = judged.isEmpty() ? entry.getValue().get(0) : judged.get(judged.size() - 1);
            warned += judged.isEmpty() || any.verdict().warning().isEmpty() ? 0 : 1;
            boolean warns = warning.contains(entry.getKey())
                    || judged.stream()
                            .anyMatch(finding -> finding.verdict().warning().isPresent());
            if (touched.contains(entry.getKey()) && warns) {
                followed.add(new AlertRaisingService.Judged(
                        any.ruleVersion(), any.subject(), policy.apply(any), judged, title.apply(any)));
            }
        }
        alerts.follow(followed, cause);
        return new Effect(changed.size(), warned);
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

    private static String key(Finding finding) {
        return finding.subject().rule() + " " + finding.subject().key();
    }
}
