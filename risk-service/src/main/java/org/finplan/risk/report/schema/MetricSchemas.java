package org.finplan.risk.report.schema;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Unit;
import org.finplan.risk.institution.InstitutionKind;
import org.finplan.risk.institution.InstitutionKinds;

/** The schemas of all kinds. A kind that none is written for has the metrics that every institution has. */
@ApplicationScoped
public class MetricSchemas {

    private static final String EVERY_KIND = "*";

    private final Map<String, MetricSchema> schemas = new LinkedHashMap<>();
    private final Map<String, Unit> units;
    private final Set<String> codes;

    MetricSchemas(InstitutionKinds kinds) {
        Content content = read();
        units = content.units().stream().collect(Collectors.toUnmodifiableMap(UnitRow::code, UnitRow::unit));
        codes = content.metrics().stream().map(Metric::code).collect(Collectors.toUnmodifiableSet());
        kinds.all().forEach(kind -> schemas.put(kind.code(), content.schema(kind)));
    }

    /**
     * Finds a schema.
     *
     * @param kind code of a kind of institution
     * @return its schema, empty when there is no such kind
     */
    public Optional<MetricSchema> of(String kind) {
        return Optional.ofNullable(schemas.get(kind));
    }

    /** {@return the codes of all kinds} */
    public List<String> kinds() {
        return List.copyOf(schemas.keySet());
    }

    /** {@return whether institutions of some kind have a metric of that code} */
    public boolean knows(String metric) {
        return codes.contains(metric);
    }

    /**
     * Finds a unit.
     *
     * @param code its code
     * @return the unit, empty when metrics have none of that code
     */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /**
     * The units that a value may come in.
     *
     * @param metric what it is a value of
     * @return codes of the units that convert into that of the metric, exactly
     */
    public List<String> acceptedUnits(Metric metric) {
        Unit own = units.get(metric.unit());
        return units.values().stream()
                .filter(unit -> unit.convertsTo(own))
                .map(Unit::code)
                .sorted()
                .toList();
    }

    private static Content read() {
        try (InputStream file = MetricSchemas.class.getResourceAsStream("/metric-schemas.json")) {
            return JsonMapper.builder().build().readValue(file, Content.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("metric-schemas.json of this program", damaged);
        }
    }

    /** The file. */
    private record Content(
            int version,
            List<UnitRow> units,
            List<Metric> metrics,
            List<Identity> identities,
            List<SchemaRow> schemas) {

        MetricSchema schema(InstitutionKind kind) {
            Map<String, Metric> byCode = metrics.stream().collect(Collectors.toMap(Metric::code, Function.identity()));
            List<SchemaRow> rows = schemas.stream()
                    .filter(row ->
                            row.kinds().contains(EVERY_KIND) || row.kinds().contains(kind.code()))
                    .toList();
            List<Metric> own = rows.stream()
                    .flatMap(row -> row.metrics().stream())
                    .map(byCode::get)
                    .toList();
            Set<String> names = own.stream().map(Metric::code).collect(Collectors.toSet());
            List<Identity> kept = identities.stream()
                    .filter(identity -> names.containsAll(identity.left()) && names.containsAll(identity.right()))
                    .toList();
            return new MetricSchema(kind.code(), version, rows.get(0).basis(), own, kept);
        }
    }

    private record UnitRow(String code, LocalizedText name, String ucum, String kind) {

        Unit unit() {
            return new Unit(code, name, ucum, kind);
        }
    }

    private record SchemaRow(List<String> kinds, String basis, List<String> metrics) {}
}
