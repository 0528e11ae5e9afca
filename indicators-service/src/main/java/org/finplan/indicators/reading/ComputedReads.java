package org.finplan.indicators.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.indicators.definition.ComparedSeries;
import org.finplan.indicators.definition.ComparedSeries.Compared;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.SeriesQuery;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Frequency;
import org.finplan.indicators.series.Rules;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** Reads of a series that are computed from what is stored: one round trip, then arithmetic. */
@ApplicationScoped
class ComputedReads {

    /** Most stored figures that one answer is computed from. */
    private static final int MOST_FIGURES = 50_000;

    private final PlanRegister register;
    private final SeriesScope scope;
    private final UnitChoice units;
    private final Observations observations;
    private final Definitions definitions;

    ComputedReads(
            PlanRegister register,
            SeriesScope scope,
            UnitChoice units,
            Observations observations,
            Definitions definitions) {
        this.definitions = definitions;
        this.register = register;
        this.scope = scope;
        this.units = units;
        this.observations = observations;
    }

    Page<ObservationView> read(
            SeriesDefinition series, SeriesParameters parameters, Knowledge known, PageParameters page) {
        Frequency frequency = parameters.frequency().orElse(null);
        Transform transform = parameters.transform().orElse(null);
        ObservationKind kind = scope.kind(series.code(), parameters.kind);
        check(series, kind, parameters, frequency, transform);
        Unit own = units.own(series, kind, transform);
        Unit unit = parameters.unit == null ? own : units.of(series, kind, transform, parameters.unit);
        List<ObservationView> items = new ArrayList<>();
        figures(series, kind, parameters, known).forEach((region, figures) -> {
            for (Compared compared : compute(series, figures, frequency, transform)) {
                if (parameters.holds(compared.value().period())) {
                    items.add(ComputedView.of(series.code(), region, kind, compared, own, unit, frequency, transform));
                }
            }
        });
        if (parameters.descending()) {
            Collections.reverse(items);
        }
        return page(items, page);
    }

    private void check(
            SeriesDefinition series,
            ObservationKind kind,
            SeriesParameters parameters,
            Frequency frequency,
            Transform transform) {
        Rules rules = rules(series, kind);
        if (frequency != null && !rules.frequencies().contains(frequency)) {
            throw refused(
                    ObservationError.FREQUENCY_NOT_POSSIBLE,
                    "?frequency",
                    frequency.code(),
                    rules.frequencies().stream().map(Frequency::code).toList());
        }
        if (transform != null && !rules.transforms().contains(transform)) {
            throw refused(
                    ObservationError.TRANSFORM_NOT_POSSIBLE,
                    "?transform",
                    transform.code(),
                    rules.transforms().stream().map(Transform::code).toList());
        }
        if (parameters.vintages() != SeriesQuery.Vintages.LATEST) {
            throw ProblemException.invalidParameter("vintages", parameters.vintages, List.of("latest"));
        }
        if (parameters.updatedAfter != null) {
            throw ProblemException.invalidParameter("updatedAfter", parameters.updatedAfter.toString(), List.of());
        }
    }

    /** A share is a ratio whatever its series measures. */
    private Rules rules(SeriesDefinition series, ObservationKind kind) {
        boolean state = register.series().isState(series);
        return switch (kind) {
            case LEVEL -> Rules.of(register.series().measure(series.code()).orElse(null), state);
            case SHARE -> Rules.of(Measure.RATIO, state);
            default -> Rules.nothing();
        };
    }

    /** The newest versions that count by region; figures of a code that another one took the place of belong to that one. */
    private Map<String, List<Observation>> figures(
            SeriesDefinition series, ObservationKind kind, SeriesParameters parameters, Knowledge known) {
        List<Observation> rows = observations.page(new SeriesQuery(
                series.code(),
                scope.regions(parameters.region),
                List.of(kind),
                parameters.first().minusYears(1).withDayOfYear(1),
                parameters.last(),
                known,
                null,
                SeriesQuery.Vintages.LATEST,
                false,
                Optional.empty(),
                MOST_FIGURES));
        if (rows.size() > MOST_FIGURES) {
            throw ProblemException.invalidParameter("from", parameters.from, List.of("<= " + MOST_FIGURES));
        }
        Map<String, List<Observation>> byRegion = new LinkedHashMap<>();
        Observations.counting(rows)
                .forEach(row -> byRegion.computeIfAbsent(today(row, parameters.region), region -> new ArrayList<>())
                        .add(row));
        byRegion.forEach((region, figures) ->
                figures.sort((one, other) -> Boolean.compare(!of(one, region), !of(other, region))));
        return byRegion;
    }

    private static boolean of(Observation figure, String region) {
        return figure.key().region().equals(region);
    }

    private String today(Observation figure, String asked) {
        String region = figure.key().region();
        String successor = register.regions()
                .find(region)
                .map(definition -> definition.successor())
                .orElse(null);
        return successor == null || region.equals(asked) ? region : successor;
    }

    private List<Compared> compute(
            SeriesDefinition series, List<Observation> figures, Frequency frequency, Transform transform) {
        boolean state = register.series().isState(series);
        return new ComparedSeries(definitions, state, figures).compute(values -> {
            List<Computed<Observation>> brought = frequency == null ? values.delivered() : values.at(frequency);
            return transform == null ? brought : values.transform(brought, transform);
        });
    }

    private static Page<ObservationView> page(List<ObservationView> items, PageParameters page) {
        List<String> places = items.stream().map(ComputedReads::place).toList();
        int from = page.afterKey().map(after -> place(places, after, page) + 1).orElse(0);
        return Page.of(
                items.subList(from, Math.min(items.size(), from + page.limit() + 1)),
                page.limit(),
                item -> page.cursor(place(item)),
                page.countsExactly() ? (long) items.size() : null);
    }

    private static int place(List<String> places, String after, PageParameters page) {
        int place = places.indexOf(after);
        if (place < 0) {
            throw Cursor.invalid(page.cursor(after));
        }
        return place;
    }

    private static String place(ObservationView item) {
        return item.region() + " " + item.period();
    }

    private static ProblemException refused(
            ObservationError code, String pointer, String value, List<String> accepted) {
        return new ProblemException(
                code, code.title(), List.of(new ProblemError(pointer, value, code.code(), code.title(), accepted)));
    }
}
