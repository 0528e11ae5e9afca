package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservedValues;
import org.finplan.indicators.observation.SeriesRules;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;

/** Holds the figures of a region against those of its parts, all indicators in one round trip. */
@ApplicationScoped
class Reconciliation {

    private final Catalogue catalogue;
    private final ObservedValues values;
    private final SeriesRules rules;

    Reconciliation(Catalogue catalogue, ObservedValues values, SeriesRules rules) {
        this.catalogue = catalogue;
        this.values = values;
        this.rules = rules;
    }

    /**
     * One indicator of one period.
     *
     * @param indicator the indicator
     * @param whole the region's own figure, or null
     * @param parts the figures of its parts, divisions first
     * @param balance what they come to
     */
    record Cell(IndicatorDefinition indicator, Observation whole, List<Observation> parts, Balance balance) {}

    private record Place(String indicator, String region) {}

    /**
     * Reconciles.
     *
     * @param indicators the indicators, all of one plan
     * @param region code of the region
     * @param period the period; a state is compared at its end, a flow over all of it
     * @param asOf on what was known then
     * @return a cell for each indicator, in their order
     */
    List<Cell> cells(Collection<IndicatorDefinition> indicators, String region, Period period, Instant asOf) {
        Parts parts = Parts.of(catalogue.regions(), region, period);
        List<String> regions = new ArrayList<>(parts.all());
        regions.add(region);
        List<String> series = indicators.stream().map(IndicatorDefinition::code).toList();
        Map<String, LocalDate> starts = new HashMap<>();
        indicators.forEach(
                indicator -> starts.put(indicator.code(), indicator.pointInTime() ? period.end() : period.start()));
        Map<Place, Observation> figures = new HashMap<>();
        for (Observation value : values.read(series, regions, period.end(), period.end(), asOf)) {
            ObservationKey key = value.key();
            if (key.kind() == rules.usualKind(key.indicator()) && key.start().equals(starts.get(key.indicator()))) {
                figures.put(new Place(key.indicator(), key.region()), value);
            }
        }
        return indicators.stream()
                .map(indicator -> cell(indicator, region, parts, figures))
                .toList();
    }

    private static Cell cell(
            IndicatorDefinition indicator, String region, Parts parts, Map<Place, Observation> figures) {
        Observation whole = figures.get(new Place(indicator.code(), region));
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        List<Observation> found = new ArrayList<>();
        for (String part : parts.all()) {
            Observation figure = figures.get(new Place(indicator.code(), part));
            if (figure != null) {
                found.add(figure);
                known.put(part, figure.figure().value());
            }
        }
        Balance balance = indicator.measure() == Measure.RATIO
                ? Balance.none()
                : Balance.ofSum(whole == null ? null : whole.figure().value(), known, parts.divisions());
        return new Cell(indicator, whole, found, balance);
    }
}
