package org.finplan.indicators.planlife;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/**
 * Keeps what is archived from being written to. Targets, breakdowns, disputes and versions belong to one plan. A figure or a
 * formula is closed when every plan that has its series is archived: one that another plan goes on with stays open.
 */
@ApplicationScoped
public class ClosedPlans {

    private final PlanLives lives;
    private final PlanRegister register;

    ClosedPlans(PlanLives lives, PlanRegister register) {
        this.lives = lives;
        this.register = register;
    }

    /**
     * A figure by what it is about.
     *
     * @param series series code
     * @param region region code, null for a formula, which is of all
     */
    public record Cell(String series, String region) {}

    /**
     * Refuses to write to an archived plan.
     *
     * @param plan plan code
     * @throws ProblemException 409 when the plan is archived
     */
    public void requireOpen(String plan) {
        if (lives.archived().contains(plan)) {
            throw new ProblemException(PlanLifeError.PLAN_ARCHIVED, text(plan));
        }
    }

    /**
     * Finds figures that may not be written.
     *
     * @param cells what they are about
     * @param places where each stands in the request, by its number
     * @return a fault for each that is closed, by its number
     */
    public Map<Integer, ProblemError> closed(List<Cell> cells, IntFunction<String> places) {
        Set<String> archived = lives.archived();
        Map<Integer, ProblemError> closed = new HashMap<>();
        if (archived.isEmpty()) {
            return closed;
        }
        Map<Cell, List<String>> plans = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            List<String> having = plans.computeIfAbsent(cell, this::plans);
            if (!having.isEmpty() && archived.containsAll(having)) {
                closed.put(
                        i,
                        new ProblemError(
                                places.apply(i),
                                cell.series(),
                                PlanLifeError.PLAN_ARCHIVED.code(),
                                text(String.join(", ", having)),
                                List.of()));
            }
        }
        return closed;
    }

    /**
     * Refuses to write figures that are closed, all or none.
     *
     * @param cells what they are about
     * @param places where each stands in the request, by its number
     * @throws ProblemException 409 with a fault for each that is closed
     */
    public void requireOpen(List<Cell> cells, IntFunction<String> places) {
        refuse(closed(cells, places));
    }

    /**
     * Refuses what {@link #closed} found.
     *
     * @param closed the faults
     * @throws ProblemException 409 when there is one
     */
    public static void refuse(Map<Integer, ProblemError> closed) {
        if (!closed.isEmpty()) {
            List<ProblemError> errors = List.copyOf(closed.values());
            throw new ProblemException(PlanLifeError.PLAN_ARCHIVED, errors.get(0).message(), errors);
        }
    }

    private List<String> plans(Cell cell) {
        return register.packages().stream()
                .filter(plan -> plan.series().stream()
                        .anyMatch(series -> series.code().equals(cell.series())))
                .filter(plan -> cell.region() == null || has(plan, cell.region()))
                .map(plan -> plan.plan().code())
                .toList();
    }

    private static boolean has(PlanPackage plan, String region) {
        return plan.regions().stream().anyMatch(row -> row.code().equals(region));
    }

    private static LocalizedText text(String plans) {
        return new LocalizedText("规划 " + plans + " 已归档，只读。", "The plan " + plans + " is archived: read only.");
    }
}
