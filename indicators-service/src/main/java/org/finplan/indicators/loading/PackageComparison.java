package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.formula.PlanFormulas;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.PackageMerge;
import org.finplan.indicators.merge.Stored;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.target.StoredTarget;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;

/** Compares a version of a plan package with the one in force and with what is stored. Stores nothing. */
@ApplicationScoped
class PackageComparison {

    private final Targets targets;
    private final Observations observations;
    private final PlanFormulas formulas;
    private final PlanRegister register;
    private final SaidFigures saidFigures;

    PackageComparison(
            Targets targets,
            Observations observations,
            PlanFormulas formulas,
            PlanRegister register,
            SaidFigures saidFigures) {
        this.targets = targets;
        this.observations = observations;
        this.formulas = formulas;
        this.register = register;
        this.saidFigures = saidFigures;
    }

    /**
     * Decides what a version of a package does.
     *
     * @param change the version
     * @return its effects
     */
    PackageEffects effects(PackageChange change) {
        PlanPackage before = change.before();
        PlanPackage after = change.after();
        Set<String> series = after.series().stream().map(SeriesDefinition::code).collect(Collectors.toSet());
        return new PackageEffects(
                targets(change, series),
                figures(change, series),
                formulas.changes(before == null ? List.of() : before.derived(), after.derived(), change::brought),
                JudgedOtherwise.indicators(before, after));
    }

    private List<Change<Target, Target>> targets(PackageChange change, Set<String> series) {
        List<Target> before = saidTargets(change.before());
        List<Target> after = saidTargets(change.after());
        List<TargetKey> keys =
                Stream.concat(before.stream(), after.stream()).map(Target::key).toList();
        Map<TargetKey, Stored<Target>> stored = new HashMap<>();
        targets.stored(change.plan(), keys).forEach((key, there) -> stored.put(key, stored(there, change)));
        return new PackageMerge<TargetKey, Target, Target>(
                        Target::key,
                        Target::saysSame,
                        Target::saysSame,
                        target -> series.contains(target.key().indicator()))
                .changes(before, after, stored);
    }

    private static Stored<Target> stored(StoredTarget there, PackageChange change) {
        return new Stored<>(
                there.newest(), there.withdrawn(), change.brought(there.newest().recordedBy()));
    }

    private static List<Target> saidTargets(PlanPackage read) {
        return read == null ? List.of() : new PackageTargets(read, Instant.EPOCH, "").all();
    }

    private List<Change<NewObservation, Observation>> figures(PackageChange change, Set<String> series) {
        List<NewObservation> before = saidFigures.of(change.before());
        List<NewObservation> after = saidFigures.of(change.after());
        List<ObservationKey> keys = Stream.concat(before.stream(), after.stream())
                .map(NewObservation::key)
                .distinct()
                .toList();
        Map<ObservationKey, Stored<Observation>> stored = new HashMap<>();
        observations
                .newest(keys)
                .forEach((key, newest) ->
                        stored.put(key, new Stored<>(newest, newest.withdrawn(), change.brought(newest.recordedBy()))));
        Set<ObservationKey> ofOthers = change.before() == null ? Set.of() : figuresOfOthers(change.plan());
        return new PackageMerge<ObservationKey, NewObservation, Observation>(
                        NewObservation::key,
                        NewObservation::equals,
                        NewObservation::isSaidBy,
                        figure -> series.contains(figure.key().indicator()) && !ofOthers.contains(figure.key()))
                .changes(before, after, stored);
    }

    /** What another plan prints as well stays when one plan prints it no more. */
    private Set<ObservationKey> figuresOfOthers(String plan) {
        return register.packages().stream()
                .filter(other -> !other.plan().code().equals(plan))
                .flatMap(other -> saidFigures.of(other).stream())
                .map(NewObservation::key)
                .collect(Collectors.toSet());
    }
}
