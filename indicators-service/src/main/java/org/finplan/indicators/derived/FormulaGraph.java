package org.finplan.indicators.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.finplan.indicators.observation.ObservationKey;

/** The active formulas in an order in which each comes after all that it is computed from. Immutable. */
public final class FormulaGraph {

    private final Map<String, ComputedSeries> series = new LinkedHashMap<>();

    /**
     * Orders formulas.
     *
     * @param formulas at most one for each series, free of cycles
     */
    public FormulaGraph(Collection<ComputedSeries> formulas) {
        Map<String, ComputedSeries> byCode = new TreeMap<>();
        formulas.forEach(formula -> byCode.put(formula.code(), formula));
        byCode.values().forEach(formula -> place(formula, byCode));
    }

    private void place(ComputedSeries formula, Map<String, ComputedSeries> byCode) {
        if (!series.containsKey(formula.code())) {
            formula.uses().stream()
                    .filter(byCode::containsKey)
                    .sorted()
                    .forEach(code -> place(byCode.get(code), byCode));
            series.put(formula.code(), formula);
        }
    }

    /** {@return the formulas, each after those that it is computed from} */
    public Collection<ComputedSeries> inOrder() {
        return List.copyOf(series.values());
    }

    /**
     * Finds a formula.
     *
     * @param code series code
     * @return the formula, empty when the series has no active one
     */
    public Optional<ComputedSeries> find(String code) {
        return Optional.ofNullable(series.get(code));
    }

    /**
     * Whether a formula would close a cycle.
     *
     * @param formula the formula, which may take the place of one that is here
     * @return the series from its own through others back to itself; empty when there is no way
     */
    public List<String> cycle(ComputedSeries formula) {
        List<String> path = new ArrayList<>(List.of(formula.code()));
        return leadsBack(formula, formula.code(), path, new LinkedHashSet<>()) ? path : List.of();
    }

    private boolean leadsBack(ComputedSeries from, String home, List<String> path, Set<String> seen) {
        for (String code : from.uses().stream().sorted().toList()) {
            path.add(code);
            if (code.equals(home)) {
                return true;
            }
            ComputedSeries next = series.get(code);
            if (next != null && seen.add(code) && leadsBack(next, home, path, seen)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    /**
     * The series that follow from some.
     *
     * @param codes series codes
     * @return codes of the series that are computed from them, directly or through others
     */
    public Set<String> dependents(Collection<String> codes) {
        Set<String> reached = new LinkedHashSet<>(codes);
        Set<String> found = new LinkedHashSet<>();
        for (ComputedSeries formula : series.values()) {
            if (formula.uses().stream().anyMatch(reached::contains)) {
                reached.add(formula.code());
                found.add(formula.code());
            }
        }
        return found;
    }

    /**
     * The cells that some figures have a part in, directly or through others: what must be computed anew when they change.
     *
     * @param figures what the figures are about
     * @return each cell once, after all that it is computed from
     */
    public Set<Cell> affectedBy(Collection<ObservationKey> figures) {
        Map<String, Set<ObservationKey>> changed = new LinkedHashMap<>();
        figures.forEach(figure -> changed.computeIfAbsent(figure.indicator(), code -> new LinkedHashSet<>())
                .add(figure.variant(ObservationKey.MAIN)));
        Set<Cell> cells = new LinkedHashSet<>();
        for (ComputedSeries formula : series.values()) {
            Set<Cell> own = new LinkedHashSet<>();
            for (String code : formula.uses()) {
                changed.getOrDefault(code, Set.of()).forEach(figure -> own.addAll(formula.affectedBy(figure)));
            }
            own.forEach(cell -> changed.computeIfAbsent(formula.code(), code -> new LinkedHashSet<>())
                    .add(cell.delivered()));
            cells.addAll(own);
        }
        return cells;
    }
}
