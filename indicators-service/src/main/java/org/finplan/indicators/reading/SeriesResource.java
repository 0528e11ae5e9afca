package org.finplan.indicators.reading;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.SeriesQuery;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** Reads the figures of a series. */
@Path("/api/v1/indicators/{code}/observations")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class SeriesResource {

    private final SeriesScope scope;
    private final ComputedReads computed;
    private final UnitChoice units;
    private final Observations observations;
    private final SettledTime settled;

    SeriesResource(
            SeriesScope scope,
            ComputedReads computed,
            UnitChoice units,
            Observations observations,
            SettledTime settled) {
        this.scope = scope;
        this.computed = computed;
        this.units = units;
        this.observations = observations;
        this.settled = settled;
    }

    @GET
    @Refuses(
            with = ObservationError.class,
            codes = {
                ObservationError.Code.AS_OF_BEFORE_UPDATED_AFTER,
                ObservationError.Code.FREQUENCY_NOT_POSSIBLE,
                ObservationError.Code.TRANSFORM_NOT_POSSIBLE,
                ObservationError.Code.UNIT_OF_ANOTHER_KIND,
                ObservationError.Code.UNKNOWN_UNIT
            })
    @Operation(
            operationId = "listSeriesObservations",
            summary = "Reads the figures of a series: by region and period, as known now or at an instant.",
            description = "With frequency or transform the answer is computed from the newest main versions; each item"
                    + " names its inputs, and an item without value says what is missing.")
    public Page<ObservationView> list(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @BeanParam SeriesParameters parameters,
            @BeanParam KnowledgeParameters asOf,
            @BeanParam PageParameters page) {
        SeriesDefinition series = scope.series(code, parameters.region);
        Knowledge known = asOf.at(settled.of(asOf));
        parameters.checkNews(known);
        if (parameters.computes()) {
            return computed.read(series, parameters, known, page);
        }
        SeriesQuery query = new SeriesQuery(
                series.code(),
                scope.regions(parameters.region),
                scope.kinds(series.code(), parameters.kind),
                parameters.first(),
                parameters.last(),
                known,
                parameters.updatedAfter,
                parameters.vintages(),
                parameters.descending(),
                page.after().map(keys -> position(keys, page)),
                page.limit());
        Unit unit = parameters.unit == null
                ? null
                : units.of(series, scope.kind(series.code(), parameters.kind), null, parameters.unit);
        List<Observation> rows = observations.page(query);
        Long total = page.countsExactly() ? observations.count(query) : null;
        return Page.of(rows, page.limit(), row -> cursor(page, row), total).map(version -> units.view(version, unit));
    }

    private static String cursor(PageParameters page, Observation row) {
        return page.cursor(SeriesQuery.Position.of(row).keys());
    }

    private static SeriesQuery.Position position(List<String> keys, PageParameters page) {
        try {
            return new SeriesQuery.Position(
                    keys.get(0),
                    keys.get(1),
                    LocalDate.parse(keys.get(2)),
                    LocalDate.parse(keys.get(3)),
                    keys.get(4),
                    Integer.parseInt(keys.get(5)));
        } catch (IndexOutOfBoundsException | DateTimeException | NumberFormatException foreign) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
    }
}
