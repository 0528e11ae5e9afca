package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionSet;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.task.TaskKey;

/** What other concepts ask about the evidence of progress reports. */
@ApplicationScoped
public class ReportEvidence {

    private final ProgressReportRepository reports;

    ReportEvidence(ProgressReportRepository reports) {
        this.reports = reports;
    }

    /**
     * Locks reports until the transaction ends.
     *
     * @param ids their ids
     */
    public void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            reports.lockAll(ids);
        }
    }

    /**
     * Stores what became of the observations that reports cite. Their versions are counted up: whoever reviews a report has to see
     * it first.
     *
     * @param states the gravest state by the id of the report, locked before
     */
    public void changed(Map<UUID, EvidenceState> states) {
        Map<EvidenceState, List<UUID>> byState = states.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        byState.forEach(reports::evidence);
    }

    /**
     * Counts the reports on a leaf that were not returned by the state of their evidence.
     *
     * @param leaf the leaf
     * @param scope regions that the caller reads
     * @return the counts of those states that occur
     */
    public Map<EvidenceState, Long> of(TaskKey leaf, RegionSet scope) {
        return reports.evidenceOf(leaf, scope);
    }
}
