package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.sql.EveryRegion;

/** How far the figures of disputed cells can be compared, in one round trip for all of them. */
@ApplicationScoped
class DisputedFigures {

    private final PlanRegister register;
    private final Observations observations;
    private final SeriesRules rules;
    private final Definitions definitions;
    private final EveryRegion everyRegion;

    DisputedFigures(
            PlanRegister register,
            Observations observations,
            SeriesRules rules,
            Definitions definitions,
            EveryRegion everyRegion) {
        this.register = register;
        this.observations = observations;
        this.rules = rules;
        this.definitions = definitions;
        this.everyRegion = everyRegion;
    }

    /** What the whole and the parts of a cell are about. */
    private record Keys(ObservationKey whole, Parts parts) {

        private ObservationKey of(String region) {
            return new ObservationKey(
                    whole.indicator(), region, whole.kind(), whole.start(), whole.end(), whole.variant());
        }

        private Stream<ObservationKey> all() {
            return Stream.concat(Stream.of(whole), parts.all().stream().map(this::of));
        }
    }

    /**
     * Compares the whole of each cell with its parts, as reconciliation does.
     *
     * @param cells newest steps of disputed cells
     * @return how far their figures can be compared, by the id of the item
     */
    @Transactional
    Map<UUID, Comparison> comparisons(Collection<Dispute> cells) {
        Map<UUID, Keys> keys = new HashMap<>();
        cells.forEach(cell -> keys.put(cell.id(), keys(cell)));
        List<ObservationKey> all = keys.values().stream()
                .flatMap(DisputedFigures::variants)
                .distinct()
                .toList();
        Map<ObservationKey, Observation> known = everyRegion.with(() -> observations.newest(all));
        return keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> comparison(cell.getValue(), known)));
    }

    private Keys keys(Dispute cell) {
        Period period = Period.parse(cell.period());
        SeriesDefinition series =
                register.series().find(cell.indicator(), cell.whole()).orElseThrow();
        ObservationKey whole =
                SeriesRules.key(series, cell.whole(), rules.usualKind(cell.indicator()), period, ObservationKey.MAIN);
        return new Keys(whole, Parts.of(register.regions(), cell.whole(), period));
    }

    private Comparison comparison(Keys keys, Map<ObservationKey, Observation> known) {
        List<Observation> versions =
                variants(keys).map(known::get).filter(Objects::nonNull).toList();
        Map<String, Observation> figures = Observations.counting(versions).stream()
                .collect(Collectors.toMap(figure -> figure.key().region(), figure -> figure));
        Stream<String> counting = keys.parts().counting(figures::containsKey).stream();
        return definitions.compare(Stream.concat(Stream.of(keys.whole().region()), counting)
                .map(figures::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /** What was delivered, and what a formula gives. */
    private static Stream<ObservationKey> variants(Keys keys) {
        return keys.all().flatMap(key -> Stream.of(key, key.variant(ObservationKey.COMPUTED)));
    }
}
