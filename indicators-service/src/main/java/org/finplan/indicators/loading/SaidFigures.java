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
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;

/**
 * The figures of a package, each under the name that it may have. A figure that somebody else said already with another value
 * or by another definition, and one of the years of an older plan of the same series and region, is not the figure of the
 * region: it lives beside that, under the plan that printed it, and no verdict of the older plan changes. Whoever wants it to
 * count reports it.
 */
@ApplicationScoped
class SaidFigures {

    private final PlanRegister register;
    private final SeriesRules rules;
    private final Definitions definitions;
    private final Observations observations;

    SaidFigures(PlanRegister register, SeriesRules rules, Definitions definitions, Observations observations) {
        this.register = register;
        this.rules = rules;
        this.definitions = definitions;
        this.observations = observations;
    }

    /**
     * The figures of a package.
     *
     * @param read the package, or null for none
     * @return its figures; one that the plan itself began as the figure of its region stays that
     */
    List<NewObservation> of(PlanPackage read) {
        if (read == null) {
            return List.of();
        }
        PackageFigures ofPackage = new PackageFigures(read, rules);
        List<ObservationKey> keys = ofPackage.mainKeys();
        Map<ObservationKey, Observation> there = observations.newest(keys);
        Set<ObservationKey> own =
                observations.begun(keys, PackageChange.recordedBy(read.plan().code()));
        return ofPackage.all(figure -> own.contains(figure.key()) || mayBeMain(read, figure, there.get(figure.key())));
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
