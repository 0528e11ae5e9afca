package org.finplan.tasks.supervision.scorecard;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionSet;

/** Counts matters for whoever assesses units: the arithmetic of the scorecards. */
@ApplicationScoped
public class UnitScores {

    private final ScorecardRepository scorecards;

    UnitScores(ScorecardRepository scorecards) {
        this.scorecards = scorecards;
    }

    /**
     * Whose matters are counted, of which time.
     *
     * @param plan plan code of the tasks that they are about, or null for all matters
     * @param cities codes of cities
     * @param regions regions
     * @param units codes of units, or null for all
     * @param start the first day on which a matter was closed
     * @param end the last such day
     * @param today the day that open matters are counted on
     */
    public record Wanted(
            @Nullable String plan,
            List<String> cities,
            RegionSet regions,
            @Nullable Set<String> units,
            LocalDate start,
            LocalDate end,
            LocalDate today) {}

    /**
     * Counts.
     *
     * @param wanted whose matters, of which time
     * @return one line for each unit and region that has any
     */
    public List<UnitCounts> of(Wanted wanted) {
        return scorecards.count(wanted);
    }
}
