package org.finplan.tasks.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.tasks.task.TaskKey;

/** What observations say already, and who cites them. Answers within the regions that the caller reads. */
@ApplicationScoped
public class Figures {

    private final ObservationVersionRepository versions;
    private final CitedFigureRepository cited;

    Figures(ObservationVersionRepository versions, CitedFigureRepository cited) {
        this.versions = versions;
        this.cited = cited;
    }

    /**
     * A series of figures.
     *
     * @param indicator indicator code
     * @param region region code
     */
    public record Series(String indicator, String region) {}

    /**
     * One figure of a series.
     *
     * @param indicator indicator code
     * @param region region code
     * @param period period in the notation of the API
     */
    public record Figure(String indicator, String region, String period) {

        /** {@return the series that it is of} */
        public Series series() {
            return new Series(indicator, region);
        }
    }

    /**
     * An observation that says a figure.
     *
     * @param observation its id
     * @param version its newest version, to be cited
     * @param period its period
     */
    public record Known(UUID observation, int version, String period) {}

    /**
     * Whoever cites a figure: a leaf in its reports, or a matter in its answers.
     *
     * @param plan plan code, or null of a matter
     * @param task id of the leaf, or null of a matter
     * @param matter id of the matter, or null of a leaf
     */
    public record Citer(String plan, String task, UUID matter) {}

    /**
     * Finds the newest figure of each series.
     *
     * @param series the series
     * @return those of which a figure is known that is not withdrawn
     */
    public Map<Series, Known> newest(Collection<Series> series) {
        return series.isEmpty() ? Map.of() : versions.figures(series);
    }

    /**
     * Finds what the reports of regions on leaves cite, at most 20 figures of each, the newest period first.
     *
     * @param leaves the leaves
     * @param regions the region of each, in the same order
     * @return the figures by place in these lists
     */
    public Map<Integer, List<Figure>> citedByLeaves(List<TaskKey> leaves, List<String> regions) {
        return leaves.isEmpty() ? Map.of() : cited.byLeaves(leaves, regions);
    }

    /**
     * Finds what answers to matters cite, at most 20 figures of each, the newest period first.
     *
     * @param matters ids of the matters
     * @return the figures by place in this list
     */
    public Map<Integer, List<Figure>> citedByMatters(List<UUID> matters) {
        return matters.isEmpty() ? Map.of() : cited.byMatters(matters);
    }

    /**
     * Finds who cites figures.
     *
     * @param figures the figures
     * @param most how many of each at most
     * @return who cites each
     */
    public Map<Figure, List<Citer>> citers(Collection<Figure> figures, int most) {
        return figures.isEmpty() ? Map.of() : cited.citers(figures, most);
    }
}
