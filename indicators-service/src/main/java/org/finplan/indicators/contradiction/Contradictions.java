package org.finplan.indicators.contradiction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.SeriesYear;
import org.finplan.indicators.series.PartsOfPeriod;
import org.finplan.indicators.series.PeriodContradiction;
import org.finplan.indicators.series.Printed;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanRegister;

/**
 * Finds delivered levels of flows that the delivered levels of their parts contradict, within calendar years. One round trip
 * however many series, regions and years; what the caller may not read takes no part.
 */
@ApplicationScoped
public class Contradictions {

    private final Observations observations;
    private final PlanRegister register;
    private final SeriesRules rules;
    private final Definitions definitions;

    Contradictions(Observations observations, PlanRegister register, SeriesRules rules, Definitions definitions) {
        this.definitions = definitions;
        this.observations = observations;
        this.register = register;
        this.rules = rules;
    }

    /**
     * Looks for what reported figures contradict, on what is known now and on the figures themselves.
     *
     * @param reported versions of reported figures that count, stored or not
     * @return contradictions that at least one of them has a part in, as the whole or as a part
     */
    public List<PeriodContradiction<Observation>> touching(Collection<Observation> reported) {
        Map<ObservationKey, Observation> touched = new HashMap<>();
        reported.stream()
                .filter(figure -> figure.key().variant().equals(ObservationKey.MAIN))
                .filter(figure -> addsUp(figure.key()))
                .forEach(figure -> touched.put(figure.key(), figure));
        Set<SeriesYear> years =
                touched.keySet().stream().map(Contradictions::year).collect(Collectors.toSet());
        Map<ObservationKey, Observation> known = levels(years, Knowledge.LATEST);
        known.putAll(touched);
        return among(known.values(), figure -> touched.containsKey(figure.key()));
    }

    /**
     * Looks for figures of one period that their parts contradict.
     *
     * @param series series codes
     * @param regions region codes
     * @param period the period
     * @param knowledge what was known
     * @return contradictions whose whole is a figure of the period; none for a period that is not of one calendar year
     */
    public List<PeriodContradiction<Observation>> of(
            Collection<String> series, Collection<String> regions, Period period, Knowledge knowledge) {
        boolean ofOneYear = period.start().getYear() == period.end().getYear();
        Set<SeriesYear> years = new HashSet<>();
        series.stream()
                .filter(code -> ofOneYear && isFlow(code))
                .forEach(code -> regions.forEach(region -> years.add(new SeriesYear(code, region, period.year()))));
        return among(levels(years, knowledge).values(), figure -> true).stream()
                .filter(found -> found.whole().period().start().equals(period.start())
                        && found.whole().period().end().equals(period.end()))
                .toList();
    }

    private Map<ObservationKey, Observation> levels(Set<SeriesYear> years, Knowledge knowledge) {
        Map<ObservationKey, Observation> levels = new HashMap<>();
        if (!years.isEmpty()) {
            observations.levels(years, knowledge).forEach(level -> levels.put(level.key(), level));
        }
        return levels;
    }

    private List<PeriodContradiction<Observation>> among(Collection<Observation> levels, Predicate<Observation> about) {
        Map<SeriesYear, List<Printed<Observation>>> byYear = levels.stream()
                .filter(this::isExact)
                .collect(Collectors.groupingBy(
                        level -> year(level.key()), Collectors.mapping(this::printed, Collectors.toList())));
        return byYear.values().stream()
                .flatMap(values -> new PartsOfPeriod<>(values).contradictions(about).stream())
                .filter(this::isByOneDefinition)
                .toList();
    }

    /** A year by one definition and its quarters by another one contradict nothing: they were never meant to add up. */
    private boolean isByOneDefinition(PeriodContradiction<Observation> found) {
        Stream<Printed<Observation>> parts = found.parts().stream()
                .flatMap(part -> Stream.concat(Stream.of(part.value()), Stream.ofNullable(part.less())));
        return definitions
                .compare(Stream.concat(Stream.of(found.whole()), parts)
                        .map(Printed::origin)
                        .toList())
                .equals(Comparison.ALIKE);
    }

    private static SeriesYear year(ObservationKey key) {
        return new SeriesYear(key.indicator(), key.region(), key.end().getYear());
    }

    private boolean addsUp(ObservationKey key) {
        return key.kind() == ObservationKind.LEVEL
                && key.start().getYear() == key.end().getYear()
                && isFlow(key.indicator());
    }

    private boolean isFlow(String series) {
        boolean flow = register.series()
                .measure(series)
                .filter(measure -> measure == Measure.FLOW)
                .isPresent();
        return flow && rules.usualKind(series) == ObservationKind.LEVEL;
    }

    /** About 100, or more than 100, contradicts nothing. */
    private boolean isExact(Observation level) {
        Figure figure = level.figure();
        return figure.value() != null
                && figure.comparator().equals("eq")
                && figure.unit()
                        .equals(register.series()
                                .find(level.key().indicator())
                                .orElseThrow()
                                .unit());
    }

    private Printed<Observation> printed(Observation level) {
        return new Printed<>(level.period(), rules.rounded(level.figure()), level);
    }
}
