package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.rule.Finding;

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
     * institutions. An alert follows the newest period of its subject that could be judged; what did not change and what
     * never warned has none to follow.
     *
     * @param findings the findings, all periods of each subject
     * @param ruleSet number of what was in force
     * @param title title of an alert that has to be raised
     * @param cause id of the event or run that made them
     * @return what became of them
     */
    public Effect take(List<Finding> findings, long ruleSet, Function<Finding, LocalizedText> title, UUID cause) {
        List<FindingBatch.Changed> changed = batch.keep(findings, ruleSet, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Set<String> touched = new HashSet<>();
        Set<String> warning = new HashSet<>();
        for (FindingBatch.Changed one : changed) {
            touched.add(one.rule() + " " + one.subject());
            if (one.warnedBefore()) {
                warning.add(one.rule() + " " + one.subject());
            }
        }
        Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
        findings.forEach(finding ->
                bySubject.computeIfAbsent(key(finding), any -> new ArrayList<>()).add(finding));
        int warned = 0;
        for (Map.Entry<String, List<Finding>> entry : bySubject.entrySet()) {
            Optional<Finding> newest = newest(entry.getValue());
            warned += newest.flatMap(finding -> finding.verdict().warning()).isPresent() ? 1 : 0;
            boolean warns = warning.contains(entry.getKey())
                    || entry.getValue().stream()
                            .anyMatch(finding -> finding.verdict().warning().isPresent());
            if (touched.contains(entry.getKey()) && warns) {
                Finding any = newest.orElse(entry.getValue().get(0));
                alerts.follow(any.ruleVersion(), any.subject(), newest, title.apply(any), cause);
            }
        }
        return new Effect(changed.size(), warned);
    }

    private static Optional<Finding> newest(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict().obstacle().isEmpty())
                .max(NEWER);
    }

    private static String key(Finding finding) {
        return finding.subject().rule() + " " + finding.subject().key();
    }
}
