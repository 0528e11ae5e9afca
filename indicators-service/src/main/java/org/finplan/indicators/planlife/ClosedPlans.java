package org.finplan.indicators.planlife;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.finplan.indicators.planlife.WaitingFigures.Waiting;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/**
 * Keeps what is archived or retired from being written to. Targets, breakdowns, disputes and versions belong to one plan. A figure or a
 * formula is closed when every plan that has its series is archived: one that another plan goes on with stays open.
 */
@ApplicationScoped
public class ClosedPlans {

    private final PlanLives lives;
    private final PlanRegister register;
    private final WaitingFigures waiting;

    ClosedPlans(PlanLives lives, PlanRegister register, WaitingFigures waiting) {
        this.lives = lives;
        this.register = register;
        this.waiting = waiting;
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
        Instant since = lives.archived().get(plan);
        if (since != null) {
            throw new ProblemException(PlanLifeError.PLAN_ARCHIVED, ArchivedPlans.reason(plan, since));
        }
    }

    /**
     * Refuses to have archived a plan while figures wait for their release that this closes: they would become known after it.
     * Called in the transaction that archives it, which a refusal takes back, under the lock of the plan, so that none is staged
     * meanwhile.
     *
     * @param plan its package
     * @throws ProblemException 409 with the releases that wait
     */
    public void requireNothingWaits(PlanPackage plan) {
        Set<String> archived = lives.archived().keySet();
        List<String> series = plan.series().stream().map(SeriesDefinition::code).toList();
        Map<UUID, Long> shut = waiting.waiting(series).stream()
                .filter(figure -> isClosed(plans(new Cell(figure.series(), figure.region())), archived))
                .collect(Collectors.groupingBy(Waiting::release, TreeMap::new, Collectors.counting()));
        if (!shut.isEmpty()) {
            LocalizedText text = PlanLifeError.FIGURES_WAIT.title();
            throw new ProblemException(
                    PlanLifeError.FIGURES_WAIT,
                    new LocalizedText(
                            "归档前须发布或撤销这些数据。", "They are published or called off before the plan is archived."),
                    shut.entrySet().stream()
                            .map(release -> new ProblemError(
                                    "/api/v1/releases/" + release.getKey(),
                                    release.getValue().toString(),
                                    PlanLifeError.FIGURES_WAIT.code(),
                                    text,
                                    List.of("0")))
                            .toList());
        }
    }

    /**
     * Refuses to write to an archived plan, or to an indicator that its plan has no more.
     *
     * @param plan plan code
     * @param indicator indicator or series code
     * @throws ProblemException 409
     */
    public void requireOpen(String plan, String indicator) {
        requireOpen(plan);
        if (register.retired(plan, indicator) || register.series().retired(indicator)) {
            throw new ProblemException(PlanLifeError.RETIRED, retired(indicator));
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
        Map<String, Instant> archived = lives.archived();
        Map<Cell, Optional<Closing>> known = new HashMap<>();
        Map<Integer, ProblemError> closed = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            int number = i;
            known.computeIfAbsent(cell, one -> closing(one, archived))
                    .ifPresent(closing -> closed.put(
                            number,
                            new ProblemError(
                                    places.apply(number),
                                    cell.series(),
                                    closing.error().code(),
                                    closing.text(),
                                    List.of())));
        }
        return closed;
    }

    private record Closing(PlanLifeError error, LocalizedText text) {}

    private Optional<Closing> closing(Cell cell, Map<String, Instant> archived) {
        if (register.series().retired(cell.series())) {
            return Optional.of(new Closing(PlanLifeError.RETIRED, retired(cell.series())));
        }
        if (cell.region() != null && register.regions().retired(cell.region())) {
            return Optional.of(new Closing(PlanLifeError.RETIRED, retired(cell.region())));
        }
        List<String> having = archived.isEmpty() ? List.of() : plans(cell);
        if (!isClosed(having, archived.keySet())) {
            return Optional.empty();
        }
        Instant since =
                having.stream().map(archived::get).max(Instant::compareTo).orElseThrow();
        return Optional.of(
                new Closing(PlanLifeError.PLAN_ARCHIVED, ArchivedPlans.reason(String.join(", ", having), since)));
    }

    /** Whether plans have something, and all of them are archived. */
    private static boolean isClosed(List<String> having, Set<String> archived) {
        return !having.isEmpty() && archived.containsAll(having);
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
            boolean retired = errors.stream().allMatch(error -> error.code().equals(PlanLifeError.RETIRED.code()));
            throw new ProblemException(
                    retired ? PlanLifeError.RETIRED : PlanLifeError.PLAN_ARCHIVED,
                    errors.get(0).message(),
                    errors);
        }
    }

    private List<String> plans(Cell cell) {
        return register.packages().stream()
                .filter(plan -> plan.hasSeries(cell.series()))
                .filter(plan -> cell.region() == null || plan.hasRegion(cell.region()))
                .map(plan -> plan.plan().code())
                .toList();
    }

    private static LocalizedText retired(String code) {
        return new LocalizedText(
                code + " 已停用：现行规划套件中已没有它，只读。",
                code + " is retired: no plan in force has it any more. It is read only.");
    }
}
