package org.finplan.indicators.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.finplan.indicators.definition.Basis;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.plan.PlanParameters;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;

/** Reads one item of a report, and says everything that is wrong with it at once. */
final class ItemReader {

    private static final int LONGEST_TEXT = 500;

    private final PlanRegister register;
    private final SeriesRules rules;
    private final RegionSet writable;
    private final Source direct;
    private final Instant now;
    private final int index;
    private final ObservationReport.Item item;
    private final List<ProblemError> errors = new ArrayList<>();

    ItemReader(
            PlanRegister register,
            SeriesRules rules,
            RegionSet writable,
            Source direct,
            Instant now,
            int index,
            ObservationReport.Item item) {
        this.register = register;
        this.rules = rules;
        this.writable = writable;
        this.direct = direct;
        this.now = now;
        this.index = index;
        this.item = item;
    }

    /** {@return the figure, empty when there are {@link #errors()}} */
    Optional<NewObservation> read() {
        if (item == null) {
            missing("");
            return Optional.empty();
        }
        SeriesDefinition series = series();
        checkRegion();
        Period period = period(series);
        ObservationKind kind = series == null ? null : kind(series);
        ObservationStatus status = code(
                "status",
                item.status(),
                text -> ObservationStatus.find(text).filter(found -> found != ObservationStatus.COMPUTED),
                ObservationError.UNKNOWN_STATUS,
                ObservationStatus.codes());
        RevisionReason reason = code(
                "reason", item.reason(), RevisionReason::find, ObservationError.UNKNOWN_REASON, RevisionReason.codes());
        Unit unit = unit(series, kind);
        checkValue(series, kind);
        checkPeriod(series, kind, period);
        checkInForce(period);
        checkDefinition(series, period);
        checkReleased();
        Source source = source();
        checkLength("note", item.note());
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewObservation(
                SeriesRules.key(series, item.region(), kind, period, variant(series, period)),
                period,
                rules.figure(series, kind, item.value(), unit, null).by(item.definition()),
                status,
                reason,
                source,
                item.source() != null,
                item.note(),
                new Publication(item.releasedAt(), null, Audience.INTERNAL)));
    }

    /** {@return what is wrong, in the order of the fields} */
    List<ProblemError> errors() {
        return List.copyOf(errors);
    }

    private SeriesDefinition series() {
        if (blank("indicator", item.indicator())) {
            return null;
        }
        SeriesDefinition series = register.series()
                .named(item.indicator())
                .flatMap(named -> register.series().find(named.code(), item.region()))
                .orElse(null);
        if (series == null) {
            List<String> codes = register.series().codes(writable::contains);
            add("indicator", item.indicator(), ObservationError.UNKNOWN_INDICATOR, codes);
        }
        return series;
    }

    private void checkRegion() {
        if (blank("region", item.region())) {
            return;
        }
        boolean known = register.regions().find(item.region()).isPresent();
        if (!known || !writable.contains(item.region())) {
            // Regions of other cities are none that would be accepted.
            List<String> codes =
                    register.regionCodes().stream().filter(writable::contains).toList();
            add("region", item.region(), known ? WebError.REGION_NOT_IN_SCOPE : ObservationError.UNKNOWN_REGION, codes);
        }
    }

    private Period period(SeriesDefinition series) {
        if (blank("period", item.period())) {
            return null;
        }
        if (item.period().equals(PlanParameters.WHOLE_PLAN)) {
            return series == null ? null : planSpan(series);
        }
        Optional<Period> period = Period.find(item.period());
        if (period.isEmpty()) {
            add("period", item.period(), ObservationError.INVALID_PERIOD, Period.NOTATIONS);
        }
        return period.orElse(null);
    }

    /** A series that two plans have, or none, has no one span that could be meant. */
    private Period planSpan(SeriesDefinition series) {
        List<Period> spans = register.series().planSpans(series.code(), item.region());
        if (spans.size() == 1) {
            return spans.get(0);
        }
        List<String> accepted = spans.isEmpty()
                ? Period.NOTATIONS
                : spans.stream().map(Period::text).toList();
        add("period", item.period(), ObservationError.INVALID_PERIOD, accepted);
        return null;
    }

    private ObservationKind kind(SeriesDefinition series) {
        if (item.kind() == null) {
            return rules.usualKind(series.code());
        }
        return code(
                "kind",
                item.kind(),
                text -> ObservationKind.find(text).filter(kind -> kind != ObservationKind.TARGET),
                ObservationError.UNKNOWN_KIND,
                ObservationKind.reportable());
    }

    private Unit unit(SeriesDefinition series, ObservationKind kind) {
        if (blank("unit", item.unit())) {
            return null;
        }
        Unit unit = register.series().unit(item.unit()).orElse(null);
        List<String> accepted = series == null || kind == null
                ? register.series().units().stream().map(Unit::code).toList()
                : rules.acceptedUnits(series, kind);
        if (unit == null) {
            add("unit", item.unit(), ObservationError.UNKNOWN_UNIT, accepted);
        } else if (!accepted.contains(unit.code())) {
            add("unit", item.unit(), ObservationError.UNIT_OF_ANOTHER_KIND, accepted);
        }
        return unit;
    }

    private void checkValue(SeriesDefinition series, ObservationKind kind) {
        if (item.value() == null) {
            missing("/value");
            return;
        }
        Unit own = series == null ? null : register.series().unit(series.unit()).orElse(null);
        List<String> instead = PossibleValues.instead(own, item.unit(), kind, item.value());
        if (!instead.isEmpty()) {
            add("value", item.value().toPlainString(), ObservationError.VALUE_NOT_POSSIBLE, instead);
        }
    }

    private void checkPeriod(SeriesDefinition series, ObservationKind kind, Period period) {
        if (series != null && kind != null && period != null && !SeriesRules.knows(series, kind, period)) {
            List<String> accepted = Period.NOTATIONS.stream()
                    .filter(notation -> SeriesRules.knows(series, kind, Period.parse(notation)))
                    .toList();
            add("period", item.period(), ObservationError.PERIOD_NOT_FOR_INDICATOR, accepted);
        }
    }

    private void checkInForce(Period period) {
        if (period != null
                && item.region() != null
                && register.regions()
                        .find(item.region())
                        .filter(region -> !region.inForce(period))
                        .isPresent()) {
            add(
                    "region",
                    item.region(),
                    ObservationError.REGION_NOT_IN_FORCE,
                    register.regions().inForce(item.region(), period));
        }
    }

    private void checkDefinition(SeriesDefinition series, Period period) {
        if (series != null && period != null && item.definition() != null) {
            Set<String> possible = register.series().definitions(series.code()).possible(period);
            if (!possible.contains(item.definition())) {
                add("definition", item.definition(), ObservationError.UNKNOWN_DEFINITION, List.copyOf(possible));
            }
        }
    }

    private String variant(SeriesDefinition series, Period period) {
        return Basis.variant(register.series().definitions(series.code()), item.definition(), period.end());
    }

    /** A time to come is the time of a release; a single figure is released by its source or by being recorded. */
    private void checkReleased() {
        if (item.releasedAt() != null && item.releasedAt().isAfter(now)) {
            add(
                    "releasedAt",
                    item.releasedAt().toString(),
                    ObservationError.RELEASED_IN_FUTURE,
                    List.of(now.toString()));
        }
    }

    private Source source() {
        ObservationReport.Origin origin = item.source();
        if (origin == null) {
            return direct;
        }
        if (!blank("source/title", origin.title())) {
            checkLength("source/title", origin.title());
        }
        checkLength("source/reference", origin.reference());
        return new Source(origin.title(), origin.reference(), null, List.of(), Source.REPORTED);
    }

    private <T> T code(
            String field, String text, Function<String, Optional<T>> finder, ErrorCode error, List<String> accepted) {
        if (text == null) {
            return null;
        }
        Optional<T> found = finder.apply(text);
        if (found.isEmpty()) {
            add(field, text, error, accepted);
        }
        return found.orElse(null);
    }

    private boolean blank(String field, String text) {
        boolean blank = text == null || text.isBlank();
        if (blank) {
            missing("/" + field);
        }
        return blank;
    }

    private void checkLength(String field, String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            add(field, text, WebError.INVALID_BODY, List.of("1.." + LONGEST_TEXT));
        }
    }

    private void missing(String place) {
        LocalizedText message = ObservationError.FIELD_MISSING.title();
        errors.add(new ProblemError(
                "/items/" + index + place, null, ObservationError.FIELD_MISSING.code(), message, List.of()));
    }

    private void add(String field, String value, ErrorCode error, List<String> accepted) {
        errors.add(new ProblemError("/items/" + index + "/" + field, value, error.code(), error.title(), accepted));
    }
}
