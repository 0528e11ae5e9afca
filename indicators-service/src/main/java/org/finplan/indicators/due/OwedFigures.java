package org.finplan.indicators.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.indicators.due.DueFigure.SeriesInRegion;
import org.finplan.platform.period.Period;
import org.finplan.platform.time.BusinessTime;

/**
 * Which missing figures somebody is told of: those whose day passed while the suite watched the plan and the region was asked for
 * them. Whoever sets a target for a region later than that asks for the newest figure at once, and for no older one. Plain Java.
 */
final class OwedFigures {

    private final LocalDate watchedFrom;
    private final Map<SeriesInRegion, Asked> asked;

    /**
     * The rule for a plan.
     *
     * @param watchedSince since when the suite watches the plan
     * @param asked since when which regions have a target of their own; for what is not in it, the plan asks from its first day on
     */
    OwedFigures(Instant watchedSince, Map<SeriesInRegion, Asked> asked) {
        this.watchedFrom = BusinessTime.dayOf(watchedSince);
        this.asked = Map.copyOf(asked);
    }

    /**
     * When a region was first asked for a series.
     *
     * @param at when its first target was recorded
     * @param byPerson whether a person did it; otherwise a plan package that came in force
     */
    record Asked(Instant at, boolean byPerson) {}

    /**
     * Finds what is overdue and may be told.
     *
     * @param due all figures that are due, those that are there among them
     * @param today the day in the city
     * @return those whose day is over and that are owed, in the order given
     */
    List<DueFigure> of(List<DueFigure> due, LocalDate today) {
        Map<SeriesInRegion, Period> newest = new HashMap<>();
        for (DueFigure figure : due) {
            if (figure.due().isOver(today)) {
                newest.merge(
                        figure.key().series(),
                        figure.key().period(),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        Set<DueFigure.Key> last = new HashSet<>();
        newest.forEach((series, period) -> last.add(new DueFigure.Key(series.indicator(), series.region(), period)));
        return due.stream()
                .filter(DueFigure::missing)
                .filter(figure -> figure.due().isOver(today))
                .filter(figure -> isOwed(figure, last.contains(figure.key())))
                .toList();
    }

    private boolean isOwed(DueFigure figure, boolean newest) {
        LocalDate day = figure.due().day();
        Asked target = asked.get(figure.key().series());
        if (target == null) {
            return !day.isBefore(watchedFrom);
        }
        LocalDate askedOn = BusinessTime.dayOf(target.at());
        boolean askedInTime = !day.isBefore(watchedFrom) && !day.isBefore(askedOn);
        return askedInTime || (newest && target.byPerson() && !askedOn.isBefore(watchedFrom));
    }
}
