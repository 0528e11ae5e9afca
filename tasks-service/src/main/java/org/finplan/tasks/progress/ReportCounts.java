package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.finplan.tasks.task.TaskKey;

/** How often regions reported on leaves. Answers within the regions that the caller reads. */
@ApplicationScoped
public class ReportCounts {

    private final ReportCountRepository repository;

    ReportCounts(ReportCountRepository repository) {
        this.repository = repository;
    }

    /**
     * How often a region reported on a leaf.
     *
     * @param reports how many reports it filed
     * @param lastFor the newest day that one of them is about
     */
    public record Count(long reports, LocalDate lastFor) {}

    /**
     * Counts reports, whatever a reviewer made of them.
     *
     * @param leaves the leaves
     * @param regions the region of each, in the same order
     * @param since since when they were filed
     * @return the counts by place in these lists; none where there is no report
     */
    public Map<Integer, Count> since(List<TaskKey> leaves, List<String> regions, Instant since) {
        return leaves.isEmpty() ? Map.of() : repository.since(leaves, regions, since);
    }
}
