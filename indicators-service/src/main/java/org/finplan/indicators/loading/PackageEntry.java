package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.formula.PlanFormulas;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.Change.Effect;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.plan.PlanVersions;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.Brought;
import org.finplan.indicators.recording.FigureRecording;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.indicators.targetsetting.BindingTargetLimit;
import org.finplan.indicators.targetsetting.TargetVersions;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;

/**
 * Brings a version of a plan package into what is stored: what it changes gets a further version, what somebody else has
 * revised stays, and exactly what changed is computed and judged anew.
 */
@ApplicationScoped
class PackageEntry {

    private final PackageComparison comparison;
    private final Targets targets;
    private final TargetVersions targetVersions;
    private final BindingTargetLimit limit;
    private final PlanVersions planVersions;
    private final FigureService figures;
    private final FigureRecording recording;
    private final PlanFormulas formulas;
    private final PlanRegister register;
    private final ClosedPlans closed;
    private final RecordingTime time;

    PackageEntry(
            PackageComparison comparison,
            Targets targets,
            TargetVersions targetVersions,
            BindingTargetLimit limit,
            PlanVersions planVersions,
            FigureService figures,
            FigureRecording recording,
            PlanFormulas formulas,
            PlanRegister register,
            ClosedPlans closed,
            RecordingTime time) {
        this.comparison = comparison;
        this.targets = targets;
        this.targetVersions = targetVersions;
        this.limit = limit;
        this.planVersions = planVersions;
        this.figures = figures;
        this.recording = recording;
        this.formulas = formulas;
        this.register = register;
        this.closed = closed;
        this.time = time;
    }

    /**
     * Says what a version would do, and refuses one that may not be taken.
     *
     * @param change the version
     * @return what it would do
     * @throws ProblemException 409 when the plan has ended and would be held against less, or is archived; 422 when parts
     *     would exceed a binding target
     */
    PackageEffects check(PackageChange change) {
        closed.requireOpen(change.plan());
        PackageEffects effects = comparison.effects(change);
        formulas.refuseCycles(effects.formulas());
        targetVersions.refuseEasier(change.after().plan(), changed(effects), takenBack(effects));
        limit.check(change.plan(), changed(effects), takenBack(effects));
        return effects;
    }

    /** The first version of a plan has nothing before it that could be made easier. */
    private PackageEffects first(PackageChange change) {
        PackageEffects effects = comparison.effects(change);
        limit.check(change.plan(), changed(effects), takenBack(effects));
        return effects;
    }

    private static List<Target> changed(PackageEffects effects) {
        return effects.targets().stream()
                .filter(one -> one.effect() == Effect.ADDED || one.effect() == Effect.REVISED)
                .map(Change::said)
                .toList();
    }

    private static List<Target> takenBack(PackageEffects effects) {
        return effects.targets().stream()
                .filter(one -> one.effect() == Effect.WITHDRAWN)
                .map(Change::stored)
                .toList();
    }

    /**
     * Brings a version in. It is compared once, under the locks of every series that it could write, so that what is
     * compared is what is written over.
     *
     * @param change the version
     * @return what it did
     * @throws ProblemException 409 when it is not the first of its plan, and the plan has ended and would be held against
     *     less, or is archived; 422 when parts would exceed a binding target
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PackageEffects enter(PackageChange change) {
        if (!change.after().derived().isEmpty() || change.before() != null) {
            formulas.lock();
        }
        figures.lockSeries(change.series());
        PackageEffects effects = change.version() > 1 ? check(change) : first(change);
        String by = change.recordedBy();
        List<ComputedSeries> before = formulas.store(effects.formulas(), change.reason(), by);
        enterTargets(effects.targets(), change);
        enterFigures(effects.figures(), by);
        Set<String> present =
                change.after().series().stream().map(SeriesDefinition::code).collect(Collectors.toSet());
        formulas.compute(effects.formulas(), before, code -> !present.contains(code));
        if (!effects.judgedAnew().isEmpty()) {
            recording.judgeAnew(
                    targets.read(change.plan(), effects.judgedAnew(), register.regionCodes(), RecordingTime.END));
        }
        return effects;
    }

    private void enterTargets(List<Change<Target, Target>> changes, PackageChange change) {
        int planVersion = planVersions.current(change.plan());
        Instant now = time.now();
        List<Target> versions = new ArrayList<>();
        List<Target> takenBack = new ArrayList<>();
        for (Change<Target, Target> one : changes) {
            switch (one.effect()) {
                case ADDED ->
                    versions.add(one.said().as(Identifiers.next(), 1, null, now, change.recordedBy(), planVersion));
                case REVISED ->
                    versions.add(one.said()
                            .as(
                                    one.stored().id(),
                                    one.stored().version() + 1,
                                    change.reason(),
                                    now,
                                    change.recordedBy(),
                                    planVersion));
                case WITHDRAWN -> takenBack.add(one.stored());
                case KEPT -> {}
            }
        }
        recording.recordTargets(versions);
        recording.withdrawTargets(takenBack, change.reason(), now, change.recordedBy());
    }

    private void enterFigures(List<Change<NewObservation, Observation>> changes, String by) {
        List<Brought> said = changes.stream()
                .filter(change -> change.effect() == Effect.ADDED || change.effect() == Effect.REVISED)
                .map(change -> new Brought(change.said(), change.stored()))
                .toList();
        List<Observation> takenBack = changes.stream()
                .filter(change -> change.effect() == Effect.WITHDRAWN)
                .map(Change::stored)
                .toList();
        figures.bring(said, takenBack, by);
    }
}
