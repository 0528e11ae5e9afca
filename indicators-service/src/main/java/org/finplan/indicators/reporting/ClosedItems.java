package org.finplan.indicators.reporting;

import java.util.List;
import java.util.Map;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.planlife.ClosedPlans.Cell;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.platform.problem.ProblemError;

/** The items of a report that nobody may write any more. */
final class ClosedItems {

    private ClosedItems() {}

    /**
     * Finds them.
     *
     * @param closed knows what is closed
     * @param places where each figure stands in the report
     * @param figures the figures
     * @return a fault for each that is closed, by its number among the figures
     */
    static Map<Integer, ProblemError> of(ClosedPlans closed, List<Integer> places, List<NewObservation> figures) {
        List<Cell> cells = figures.stream()
                .map(figure -> new Cell(figure.key().indicator(), figure.key().region()))
                .toList();
        return closed.closed(cells, number -> "/items/" + places.get(number) + "/indicator");
    }
}
