package org.finplan.indicators.formula;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.Change.Effect;
import org.finplan.indicators.merge.PackageMerge;
import org.finplan.indicators.merge.Stored;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.problem.ProblemException;

/** Brings the formulas of plan packages in, and follows what further versions of the packages say of them. */
@ApplicationScoped
public class PlanFormulas {

    /** A note that is no formula in force has nothing to take back. */
    private static final PackageMerge<String, Definition, Definition> MERGE =
            new PackageMerge<>(Definition::code, Definition::saysSame, Definition::saysSame, Definition::active);

    private final Formulas formulas;
    private final FigureRecording recording;
    private final SeriesRules rules;
    private final RecordingTime time;

    PlanFormulas(Formulas formulas, FigureRecording recording, SeriesRules rules, RecordingTime time) {
        this.formulas = formulas;
        this.recording = recording;
        this.rules = rules;
        this.time = time;
    }

    /**
     * Decides what a version of a package does to formulas.
     *
     * @param before formulas of the version in force, none when it is not known
     * @param after formulas of the new version
     * @param brought whether who recorded a formula is a package of the plan
     * @return what changes and what is kept
     */
    public List<Change<Definition, Definition>> changes(
            List<DerivedDefinition> before, List<DerivedDefinition> after, Predicate<String> brought) {
        Map<String, Stored<Definition>> stored = formulas.newest().stream()
                .collect(Collectors.toMap(
                        Definition::code, newest -> new Stored<>(newest, false, brought.test(newest.recordedBy()))));
        return MERGE.changes(definitions(before), definitions(after), stored);
    }

    /**
     * Refuses changes that close a cycle with formulas that people have defined.
     *
     * @param changes what {@link #changes} decided
     * @throws ProblemException 422 with the formula and the way back to it
     */
    public void refuseCycles(List<Change<Definition, Definition>> changes) {
        List<Definition> said = changes.stream()
                .filter(change -> change.effect() == Effect.ADDED || change.effect() == Effect.REVISED)
                .map(Change::said)
                .toList();
        Set<String> changed = said.stream().map(Definition::code).collect(Collectors.toSet());
        List<ComputedSeries> taken = new ArrayList<>(formulas.current().inOrder().stream()
                .filter(formula -> !changed.contains(formula.code()))
                .toList());
        for (Definition definition : said) {
            if (definition.active()) {
                ComputedSeries compiled = formulas.compile(definition);
                List<String> cycle = new FormulaGraph(taken).cycle(compiled);
                if (!cycle.isEmpty()) {
                    throw FormulaService.problem(definition, FormulaService.cycle(compiled, cycle));
                }
                taken.add(compiled);
            }
        }
    }

    private List<Definition> definitions(List<DerivedDefinition> rows) {
        return rows.stream().map(row -> definition(row, rules)).toList();
    }

    /**
     * Stores what changes. Comes before any lock of a series.
     *
     * @param changes what {@link #changes} decided
     * @param reason why, null for a first version of the package
     * @param by who records it
     * @return the formulas that were in force and are not any more as they were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ComputedSeries> store(List<Change<Definition, Definition>> changes, String reason, String by) {
        List<Definition> versions = new ArrayList<>();
        List<ComputedSeries> before = new ArrayList<>();
        FormulaGraph inForce = formulas.current();
        Instant now = time.now();
        for (Change<Definition, Definition> change : changes) {
            switch (change.effect()) {
                case ADDED -> versions.add(change.said().as(1, null, now, by));
                case REVISED -> versions.add(change.said().as(change.stored().version() + 1, reason, now, by));
                case WITHDRAWN ->
                    versions.add(change.stored().stopped().as(change.stored().version() + 1, reason, now, by));
                case KEPT -> {}
            }
            if (change.stored() != null) {
                inForce.find(change.stored().code()).ifPresent(before::add);
            }
        }
        formulas.add(versions);
        return before;
    }

    /** Waits until nobody computes any more, and keeps others from computing until the transaction ends. */
    public void lock() {
        formulas.lock();
    }

    /**
     * Computes what changed formulas give on the figures that are there.
     *
     * @param changes what was stored
     * @param before what was in force before
     * @param standing series that the package has no more: what was computed of them stands
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void compute(
            List<Change<Definition, Definition>> changes, List<ComputedSeries> before, Predicate<String> standing) {
        Set<String> changed = changes.stream()
                .filter(change -> change.effect() == Effect.ADDED || change.effect() == Effect.REVISED)
                .map(change -> change.said().code())
                .collect(Collectors.toSet());
        FormulaGraph inForce = formulas.current();
        before.stream()
                .filter(formula -> inForce.find(formula.code()).isEmpty())
                .filter(formula -> !standing.test(formula.code()))
                .forEach(recording::withdrawFormula);
        List<ComputedSeries> active = inForce.inOrder().stream()
                .filter(formula -> changed.contains(formula.code()))
                .toList();
        if (!active.isEmpty()) {
            recording.recordFormulas(active);
        }
    }

    /** {@return the formula of a package, not yet a version} */
    static Definition definition(DerivedDefinition row, SeriesRules rules) {
        return new Definition(
                row.code(),
                1,
                row.formula(),
                row.inputs().stream().map(PlanFormulas::input).toList(),
                row.decimals(),
                row.tolerance(),
                row.kinds().isEmpty()
                        ? List.of(rules.usualKind(row.code()))
                        : row.kinds().stream().map(PlanFormulas::kind).toList(),
                row.regions(),
                row.period(),
                row.active(),
                null,
                row.note(),
                row.clauses(),
                null,
                null);
    }

    private static Definition.Input input(DerivedDefinition.Input input) {
        return new Definition.Input(
                input.alias(),
                input.series(),
                input.kind() == null ? null : kind(input.kind()),
                input.region(),
                input.years(),
                input.implied());
    }

    private static ObservationKind kind(String code) {
        return ObservationKind.find(code).orElseThrow();
    }
}
