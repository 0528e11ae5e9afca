package org.finplan.indicators.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Gives figures in the unit that a reader asked for, exactly, when it counts what they count. */
@ApplicationScoped
class UnitChoice {

    private static final String PERCENT = "PCT";
    private static final String POINTS = "PP";
    private static final String RATIO = "ratio";

    private final PlanRegister register;
    private final SeriesRules rules;
    private final Definitions definitions;

    UnitChoice(PlanRegister register, SeriesRules rules, Definitions definitions) {
        this.definitions = definitions;
        this.register = register;
        this.rules = rules;
    }

    /**
     * The unit that computed values are in before any conversion.
     *
     * @param series the series
     * @param kind the kind of its values
     * @param transform what was made of them, or null
     * @return percent for growth and shares, percentage points for the change of a ratio, else the unit of the series
     */
    Unit own(SeriesDefinition series, ObservationKind kind, Transform transform) {
        Unit own = unit(kind == ObservationKind.SHARE ? PERCENT : series.unit());
        if (transform == Transform.YOY) {
            return unit(PERCENT);
        }
        return transform == Transform.CHANGE && own.kind().equals(RATIO) ? unit(POINTS) : own;
    }

    /**
     * The unit that a reader asked for.
     *
     * @param series the series
     * @param kind the kind of figures
     * @param transform what is made of them, or null
     * @param code unit code
     * @return the unit
     * @throws ProblemException 422 when there is none, or when it counts something else
     */
    Unit of(SeriesDefinition series, ObservationKind kind, Transform transform, String code) {
        List<String> accepted = transform == null
                ? rules.acceptedUnits(series, kind)
                : register.series().units().stream()
                        .filter(unit -> unit.convertsTo(own(series, kind, transform)))
                        .map(Unit::code)
                        .sorted()
                        .toList();
        Unit unit =
                register.series().unit(code).orElseThrow(() -> refused(ObservationError.UNKNOWN_UNIT, code, accepted));
        if (!accepted.contains(code)) {
            throw refused(ObservationError.UNIT_OF_ANOTHER_KIND, code, accepted);
        }
        return unit;
    }

    /**
     * A version in a unit.
     *
     * @param version the version
     * @param unit the unit, or null for the one it is kept in; a figure that does not convert keeps its own
     * @return what is sent
     */
    ObservationView view(Observation version, Unit unit) {
        ObservationView view = ObservationView.of(version, definitions);
        Unit kept = unit(version.figure().unit());
        return unit == null || !kept.convertsTo(unit) ? view : view.in(convert(view.value(), kept, unit), unit.code());
    }

    static BigDecimal convert(BigDecimal value, Unit from, Unit to) {
        return value == null ? null : from.convert(value, to);
    }

    private Unit unit(String code) {
        return register.series().unit(code).orElseThrow();
    }

    private static ProblemException refused(ObservationError code, String unit, List<String> accepted) {
        return new ProblemException(
                code, code.title(), List.of(new ProblemError("?unit", unit, code.code(), code.title(), accepted)));
    }
}
