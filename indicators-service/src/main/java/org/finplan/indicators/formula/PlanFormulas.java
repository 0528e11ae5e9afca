package org.finplan.indicators.formula;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.derived.Formulas;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.PlanPackage;

/** Brings the formulas of plan packages in. */
@ApplicationScoped
public class PlanFormulas {

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
     * Stores the formulas of a package that are not there yet; what is there stays as it is. Comes before any lock of a
     * series.
     *
     * @param read the package
     * @param by who records them
     * @return codes of the series whose formulas are new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> addMissing(PlanPackage read, String by) {
        if (read.derived().isEmpty()) {
            return Set.of();
        }
        formulas.lock();
        Set<String> there = formulas.newest().stream().map(Definition::code).collect(Collectors.toSet());
        Instant now = time.now();
        List<Definition> missing = read.derived().stream()
                .filter(row -> !there.contains(row.code()))
                .map(row -> definition(row, rules).as(1, null, now, by))
                .toList();
        // A package is data of the suite's own: a formula that cannot be taken stops the start, with its place.
        missing.forEach(formulas::compile);
        formulas.add(missing);
        return missing.stream().map(Definition::code).collect(Collectors.toSet());
    }

    /**
     * Computes what formulas give on the figures that are there.
     *
     * @param codes codes of their series
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void compute(Collection<String> codes) {
        recording.recordFormulas(formulas.current().inOrder().stream()
                .filter(formula -> codes.contains(formula.code()))
                .toList());
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
