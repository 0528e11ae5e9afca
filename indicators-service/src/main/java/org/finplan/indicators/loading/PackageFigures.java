package org.finplan.indicators.loading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PublishedFigure;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.time.BusinessTime;

/**
 * The figures of a plan package as observations: every fact, every published figure, and the baselines of the table that
 * no fact repeats. Where several are about the same, the table comes first, then printed figures, then published ones by
 * the quality of their source, then derived ones; the first is the main one, the others live beside it, as all do where the
 * region has another figure already.
 */
final class PackageFigures {

    private static final String PLAN_QUALITY = "official";
    private static final String DERIVED_QUALITY = "derived";
    private static final List<String> QUALITIES =
            List.of(PLAN_QUALITY, "official-copy", "newspaper", "other-copy", "secondary-unchecked", DERIVED_QUALITY);
    private static final int TABLE = 0;
    private static final int PRINTED = 1;
    private static final int PUBLISHED = 2;
    private static final String INFERRED = "the sentence prints no year, the period is read from its context";

    private final PlanPackage read;
    private final SeriesRules rules;
    private final Map<String, SeriesDefinition> series;
    private final Map<String, Unit> units;
    private final Publication ofThePlan;

    PackageFigures(PlanPackage read, SeriesRules rules) {
        this.read = read;
        this.rules = rules;
        this.series = read.series().stream().collect(Collectors.toMap(SeriesDefinition::code, row -> row));
        this.units = read.units().stream().collect(Collectors.toMap(Unit::code, row -> row));
        Instant issued = BusinessTime.startOf(read.plan().issued());
        this.ofThePlan = new Publication(issued, null, Audience.PUBLIC);
    }

    /** A figure, how much it counts, and what it is called beside another one. */
    private record Candidate(NewObservation figure, int rank, String name, String id) {}

    /** {@return what the figures are about, as if each were the main one} */
    List<ObservationKey> mainKeys() {
        return candidates().stream()
                .map(candidate -> candidate.figure().key())
                .distinct()
                .toList();
    }

    /**
     * All figures, each with a key of its own.
     *
     * @param mayBeMain whether a figure may be the one of its region; otherwise it is kept beside it under the plan's code
     * @return the figures
     */
    List<NewObservation> all(Predicate<NewObservation> mayBeMain) {
        Map<ObservationKey, NewObservation> figures = new LinkedHashMap<>();
        Set<ObservationKey> taken = new HashSet<>();
        for (Candidate candidate : candidates()) {
            String plan = mayBeMain.test(candidate.figure()) ? "" : read.plan().code() + ":";
            NewObservation figure = named(candidate, plan, taken);
            figures.put(figure.key(), figure);
        }
        return List.copyOf(figures.values());
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        read.facts().forEach(fact -> candidates.add(fact(fact)));
        read.published().forEach(figure -> candidates.add(published(figure)));
        read.indicators().stream()
                .filter(indicator -> indicator.baseline() != null && !isPrintedInProse(indicator))
                .forEach(indicator -> candidates.add(baseline(indicator)));
        candidates.sort(Comparator.comparingInt(Candidate::rank));
        return candidates;
    }

    private static NewObservation named(Candidate candidate, String plan, Set<ObservationKey> taken) {
        List<String> names = new ArrayList<>(List.of(plan + candidate.name(), plan + candidate.id()));
        if (plan.isEmpty()) {
            names.add(0, ObservationKey.MAIN);
        }
        for (String name : names) {
            NewObservation figure = withVariant(candidate.figure(), name);
            if (taken.add(figure.key())) {
                return figure;
            }
        }
        throw new IllegalStateException("two figures are called " + candidate.id());
    }

    private static NewObservation withVariant(NewObservation figure, String name) {
        ObservationKey key = figure.key();
        return new NewObservation(
                new ObservationKey(key.indicator(), key.region(), key.kind(), key.start(), key.end(), name),
                figure.period(),
                figure.figure(),
                figure.status(),
                figure.reason(),
                figure.source(),
                true,
                figure.note(),
                figure.publication());
    }

    private boolean isPrintedInProse(IndicatorDefinition indicator) {
        ObservationKey key = baselineKey(indicator);
        return read.facts().stream()
                .filter(fact -> !fact.derived() && fact.value() != null)
                .filter(fact -> key(fact).equals(key))
                .anyMatch(fact -> fact.value().compareTo(indicator.baseline().value()) == 0);
    }

    private Candidate baseline(IndicatorDefinition indicator) {
        ObservationKey key = baselineKey(indicator);
        BigDecimal value = indicator.baseline().value();
        Figure figure = rules.figure(
                        series.get(indicator.code()),
                        key.kind(),
                        value,
                        units.get(indicator.unit()),
                        indicator.baseline().printed())
                .by(stated(key));
        Source source = planSource(indicator.clause(), List.of(), PLAN_QUALITY);
        Period period = indicator.baseline().period();
        NewObservation observation = new NewObservation(
                key, period, figure, ObservationStatus.AS_PUBLISHED, null, source, true, null, ofThePlan);
        return new Candidate(observation, TABLE, indicator.clause(), indicator.clause());
    }

    private Candidate fact(Fact fact) {
        ObservationKind kind = SeriesRules.kindOf(fact);
        Figure figure =
                rules.figure(series.get(fact.series()), kind, fact.value(), units.get(fact.unit()), fact.printed());
        Figure worded = new Figure(
                figure.value(),
                figure.unit(),
                figure.deliveredValue(),
                figure.deliveredUnit(),
                fact.comparator(),
                fact.printed(),
                fact.derivation(),
                stated(key(fact)));
        String quality = fact.derived() ? DERIVED_QUALITY : PLAN_QUALITY;
        NewObservation observation = new NewObservation(
                key(fact),
                fact.period(),
                worded,
                fact.derived() ? ObservationStatus.ESTIMATED : ObservationStatus.AS_PUBLISHED,
                null,
                planSource(fact.clause(), fact.alsoIn(), quality),
                true,
                note(fact),
                fact.derived() ? new Publication(ofThePlan.releasedAt(), null, Audience.INTERNAL) : ofThePlan);
        int rank = fact.derived() ? PUBLISHED + QUALITIES.indexOf(DERIVED_QUALITY) : PRINTED;
        return new Candidate(observation, rank, fact.clause(), fact.id());
    }

    private static String note(Fact fact) {
        if (!fact.periodInferred()) {
            return fact.note();
        }
        return fact.note() == null ? INFERRED : fact.note() + "; " + INFERRED;
    }

    private Candidate published(PublishedFigure row) {
        ObservationKind kind = SeriesRules.kindOf(row);
        SeriesDefinition of = series.get(row.series());
        ObservationKey key = SeriesRules.key(of, row.region(), kind, row.period(), ObservationKey.MAIN);
        NewObservation observation = new NewObservation(
                key,
                row.period(),
                rules.figure(of, kind, row.value(), units.get(row.unit()), null).by(stated(key)),
                ObservationStatus.find(row.status()).orElseThrow(),
                null,
                new Source(row.source(), null, null, List.of(), row.quality()),
                true,
                null,
                new Publication(null, null, Audience.PUBLIC));
        String name = "published-" + row.row();
        return new Candidate(observation, PUBLISHED + QUALITIES.indexOf(row.quality()), name, name);
    }

    private ObservationKey baselineKey(IndicatorDefinition indicator) {
        return SeriesRules.key(
                series.get(indicator.code()),
                read.city(),
                rules.usualKind(indicator.code()),
                indicator.baseline().period(),
                ObservationKey.MAIN);
    }

    private ObservationKey key(Fact fact) {
        return SeriesRules.key(
                series.get(fact.series()), fact.region(), SeriesRules.kindOf(fact), fact.period(), ObservationKey.MAIN);
    }

    /** By which definition the package says that a figure is. */
    private String stated(ObservationKey key) {
        return read.definitions().ofFigure(key.indicator(), key.region(), key.end());
    }

    private Source planSource(String clause, List<String> alsoIn, String quality) {
        return new Source(read.plan().title().zh(), read.plan().documentNumber(), clause, alsoIn, quality);
    }
}
