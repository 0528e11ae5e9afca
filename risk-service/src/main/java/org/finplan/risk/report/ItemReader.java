package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.report.ReportRequest.ReportedValue;
import org.finplan.risk.report.schema.Metric;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.MetricSchemas;

/** Reads one item of a report, and says everything that is wrong with it at once. */
final class ItemReader {

    /** The source of what an institution reports itself, in whatever way. */
    static final String OWN_SOURCE = "institution";

    private static final Set<PeriodType> TYPES =
            EnumSet.of(PeriodType.YEAR, PeriodType.HALF, PeriodType.QUARTER, PeriodType.MONTH, PeriodType.DAY);
    private static final List<String> NOTATIONS = List.of("2025", "2025-S1", "2025-Q3", "2025-09", "2025-09-30");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_TEXT = 500;

    private final MetricSchemas schemas;
    private final Reporters reporters;
    private final SentItem item;
    private final List<ProblemError> errors = new ArrayList<>();
    private final List<BulkReport.Conversion> conversions = new ArrayList<>();

    ItemReader(MetricSchemas schemas, Reporters reporters, SentItem item) {
        this.schemas = schemas;
        this.reporters = reporters;
        this.item = item;
    }

    /** {@return the item, empty when there are {@link #errors()}} */
    Optional<ReadItem> read() {
        Institution institution = institution();
        Period period = period();
        String source = item.source() == null ? OWN_SOURCE : item.source();
        if (!SOURCE.matcher(source).matches()) {
            add(item.at("source"), source, ReportError.INVALID_SOURCE, List.of(SOURCE.pattern()));
        }
        checkLength(item.at("reason"), item.reason());
        if (item.metrics() == null || item.metrics().isEmpty()) {
            add(item.at("metrics"), null, ReportError.FIELD_MISSING, List.of());
        }
        if (institution == null || item.metrics() == null) {
            return Optional.empty();
        }
        InstitutionPeriod key = new InstitutionPeriod(institution.uscc(), period);
        MetricSchema schema = schemas.of(institution.kind()).orElseThrow();
        List<ReportedFigure> figures = new ArrayList<>();
        for (Map.Entry<String, ReportedValue> sent : item.metrics().entrySet()) {
            figure(schema, key, source, sent.getKey(), sent.getValue()).ifPresent(figures::add);
        }
        return errors.isEmpty()
                ? Optional.of(new ReadItem(
                        item.place(), institution, key, source, List.copyOf(figures), List.copyOf(conversions)))
                : Optional.empty();
    }

    /** {@return what is wrong} */
    List<ProblemError> errors() {
        return List.copyOf(errors);
    }

    @Nullable
    private Institution institution() {
        String uscc = item.institution();
        if (uscc == null || uscc.isBlank()) {
            add(item.at("institution"), null, ReportError.FIELD_MISSING, List.of());
            return null;
        }
        Institution institution = reporters.institution(uscc);
        if (institution == null) {
            add(item.at("institution"), uscc, InstitutionError.UNKNOWN_INSTITUTION, reporters.own());
        } else if (!reporters.mayReport(institution)) {
            add(item.at("institution"), uscc, WebError.REGION_NOT_IN_SCOPE, reporters.own());
        }
        return institution;
    }

    @Nullable
    private Period period() {
        String text = item.period();
        if (text == null || text.isBlank()) {
            add(item.at("period"), null, ReportError.FIELD_MISSING, NOTATIONS);
            return null;
        }
        Optional<Period> period = Period.find(text).filter(found -> TYPES.contains(found.type()));
        if (period.isEmpty()) {
            add(item.at("period"), text, ReportError.INVALID_PERIOD, NOTATIONS);
        }
        return period.orElse(null);
    }

    private Optional<ReportedFigure> figure(
            MetricSchema schema, InstitutionPeriod key, String source, String code, @Nullable ReportedValue sent) {
        String place = item.atMetric(code);
        Metric metric = schema.metric(code).orElse(null);
        if (metric == null) {
            add(place, code, ReportError.UNKNOWN_METRIC, schema.reported());
            return Optional.empty();
        }
        if (metric.derived() != null) {
            add(place, metric.derived(), ReportError.METRIC_IS_DERIVED, schema.reported());
            return Optional.empty();
        }
        if (sent == null || sent.value() == null) {
            add(
                    place,
                    sent == null ? null : sent.unreadable(),
                    ReportError.INVALID_VALUE,
                    List.of("-?[0-9]+(.[0-9]+)?"));
            return Optional.empty();
        }
        checkLength(place, sent.reason());
        BigDecimal value = inUnitOf(metric, place, sent);
        if (!metric.canBe(value)) {
            add(place, value.toPlainString(), ReportError.VALUE_NOT_POSSIBLE, List.of("0.."));
        }
        String reason = sent.reason() == null ? item.reason() : sent.reason();
        return Optional.of(new ReportedFigure(key, code, value, metric.unit(), reason, source, place));
    }

    private BigDecimal inUnitOf(Metric metric, String place, ReportedValue sent) {
        Unit own = schemas.unit(metric.unit()).orElseThrow();
        if (sent.unit() == null || sent.unit().equals(own.code())) {
            return sent.value();
        }
        Optional<Unit> unit = schemas.unit(sent.unit()).filter(found -> found.convertsTo(own));
        if (unit.isEmpty()) {
            add(place, sent.unit(), ReportError.UNKNOWN_UNIT, schemas.acceptedUnits(metric));
            return sent.value();
        }
        BigDecimal value = unit.get().convert(sent.value(), own);
        conversions.add(new BulkReport.Conversion(place, sent.value(), sent.unit(), value, own.code()));
        return value;
    }

    private void checkLength(String place, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            add(place, text, WebError.INVALID_BODY, List.of("1.." + LONGEST_TEXT));
        }
    }

    private void add(String place, @Nullable String value, ErrorCode error, List<String> accepted) {
        LocalizedText message = error.title();
        errors.add(new ProblemError(place, value, error.code(), message, accepted));
    }
}
