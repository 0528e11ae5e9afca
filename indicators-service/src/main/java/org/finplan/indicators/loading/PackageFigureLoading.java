package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.finplan.indicators.definition.Basis;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;

/**
 * Brings the figures of a package into the store. A figure that somebody else said already with another value or by another
 * definition, and one of the years of an older plan of the same series and region, does not become the figure of the region: it
 * lives beside that, under the plan that printed it, and no verdict of the older plan changes. Whoever wants it to count reports
 * it.
 */
@ApplicationScoped
class PackageFigureLoading {

    private final PlanRegister register;
    private final SeriesRules rules;
    private final Definitions definitions;
    private final Observations observations;
    private final FigureService figures;

    PackageFigureLoading(
            PlanRegister register,
            SeriesRules rules,
            Definitions definitions,
            Observations observations,
            FigureService figures) {
        this.register = register;
        this.rules = rules;
        this.definitions = definitions;
        this.observations = observations;
        this.figures = figures;
    }

    /**
     * Stores the figures of a package that are not there yet, in the caller's transaction.
     *
     * @param read the package
     * @param by who records them
     * @return how many were stored
     */
    int load(PlanPackage read, String by) {
        PackageFigures ofPackage = new PackageFigures(read, rules);
        List<ObservationKey> keys = ofPackage.mainKeys();
        figures.lock(keys);
        Map<ObservationKey, Observation> there = observations.newest(keys);
        Set<ObservationKey> own = observations.begun(keys, by);
        return figures.addMissing(
                ofPackage.all(figure -> own.contains(figure.key()) || mayBeMain(read, figure, there.get(figure.key()))),
                by);
    }

    private boolean mayBeMain(PlanPackage read, NewObservation figure, Observation there) {
        ObservationKey key = figure.key();
        String stated = figure.figure().definition();
        boolean inForce = Basis.variant(definitions.of(key.indicator()), stated, key.end())
                .equals(ObservationKey.MAIN);
        if (there == null) {
            return inForce && register.packages().stream().noneMatch(other -> isOlder(other, read, figure));
        }
        boolean sameDefinition =
                Objects.equals(stated == null ? definitions.code(there) : stated, definitions.code(there));
        return inForce && sameDefinition && figure.figure().hasValueOf(there.figure());
    }

    /** Whether another plan, issued before, looks at the place and time of a figure. */
    private static boolean isOlder(PlanPackage other, PlanPackage read, NewObservation figure) {
        Plan plan = other.plan();
        ObservationKey key = figure.key();
        return plan.issued().isBefore(read.plan().issued())
                && !key.end().isBefore(LocalDate.of(plan.baselineYear(), 1, 1))
                && !plan.endsBefore(figure.period())
                && other.series().stream().anyMatch(series -> series.code().equals(key.indicator()))
                && other.regions().stream().anyMatch(region -> region.code().equals(key.region()));
    }
}
