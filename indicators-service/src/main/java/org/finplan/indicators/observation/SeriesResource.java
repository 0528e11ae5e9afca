package org.finplan.indicators.observation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.security.RegionSet;
import org.finplan.platform.web.security.Roles;
import org.finplan.platform.web.time.AsOf;

/** Reads the figures of a series. */
@Path("/api/v1/indicators/{code}/observations")
@RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_OFFICER,
    Roles.DISTRICT_OFFICER,
    Roles.UNIT_OFFICER,
    Roles.RISK_OFFICER,
    Roles.INSTITUTION_REPORTER,
    Roles.AUDITOR,
    Roles.INTEGRATOR
})
class SeriesResource {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final String ALL_KINDS = "all";

    private final Catalogue catalogue;
    private final SeriesRules rules;
    private final ObservationRepository repository;
    private final RegionScope scope;
    private final Clock clock;

    SeriesResource(
            Catalogue catalogue, SeriesRules rules, ObservationRepository repository, RegionScope scope, Clock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.repository = repository;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listSeriesObservations",
            summary = "Reads the figures of a series: by region and period, as known now or at an instant.")
    public Page<ObservationView> list(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("region")
                    @Parameter(description = "Region code; all readable regions when absent.", example = "441200")
                    String region,
            @QueryParam("kind")
                    @Parameter(description = "Kind of figure, or all; when absent what is usual for the series.")
                    String kind,
            @QueryParam("from") @Parameter(description = "First period.", example = "2015") String from,
            @QueryParam("to") @Parameter(description = "Last period.", example = "2025") String to,
            @QueryParam("vintages")
                    @Parameter(description = "latest (when absent), first, or all versions.", example = "latest")
                    String vintages,
            @QueryParam("sort") @Parameter(description = "period (when absent) or -period.") String sort,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters page) {
        if (catalogue.series(code).isEmpty()) {
            throw notFound("没有指标或序列 " + code + "。", "There is no series " + code + ".", "path:code", code);
        }
        SeriesQuery query = new SeriesQuery(
                code,
                regions(region),
                kinds(code, kind),
                period("from", from).map(Period::start).orElse(FIRST_DAY),
                period("to", to).map(Period::end).orElse(LAST_DAY),
                asOf.orElse(clock.instant()),
                vintages(vintages),
                descending(sort),
                page.after().map(keys -> place(keys, page)),
                page.limit());
        List<Observation> rows = repository.page(query);
        Long total = page.countsExactly() ? repository.count(query) : null;
        return Page.of(rows, page.limit(), row -> cursor(page, row), total).map(ObservationView::of);
    }

    private List<String> regions(String region) {
        RegionSet readable = scope.readable();
        if (region == null) {
            return catalogue.regions().all().stream()
                    .map(RegionDefinition::code)
                    .filter(readable::contains)
                    .toList();
        }
        if (catalogue.regions().find(region).isEmpty() || !readable.contains(region)) {
            throw notFound("没有地区 " + region + "。", "There is no region " + region + ".", "?region", region);
        }
        return List.of(region);
    }

    private Collection<ObservationKind> kinds(String series, String kind) {
        if (kind == null) {
            return List.of(rules.usualKind(series));
        }
        if (kind.equals(ALL_KINDS)) {
            return List.of(ObservationKind.values());
        }
        return List.of(ObservationKind.find(kind)
                .orElseThrow(() -> invalid("kind", kind, codes(ObservationKind.values(), ObservationKind::code))));
    }

    private static SeriesQuery.Vintages vintages(String text) {
        if (text == null) {
            return SeriesQuery.Vintages.LATEST;
        }
        Function<SeriesQuery.Vintages, String> code =
                vintages -> vintages.name().toLowerCase(Locale.ROOT);
        return Arrays.stream(SeriesQuery.Vintages.values())
                .filter(vintages -> code.apply(vintages).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("vintages", text, List.of("latest", "first", "all")));
    }

    private static boolean descending(String sort) {
        if (sort == null || sort.equals("period")) {
            return false;
        }
        if (sort.equals("-period")) {
            return true;
        }
        throw invalid("sort", sort, List.of("period", "-period"));
    }

    private static Optional<Period> period(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Period> period = Period.find(text);
        if (period.isEmpty()) {
            throw invalid(name, text, Period.NOTATIONS);
        }
        return period;
    }

    private static <T> List<String> codes(T[] values, Function<T, String> code) {
        return Stream.concat(Arrays.stream(values).map(code), Stream.of(ALL_KINDS))
                .toList();
    }

    private static String cursor(PageParameters page, Observation row) {
        return page.cursor(SeriesQuery.Place.of(row).parameters().stream()
                .map(Object::toString)
                .toArray(String[]::new));
    }

    private static SeriesQuery.Place place(List<String> keys, PageParameters page) {
        try {
            return new SeriesQuery.Place(
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

    private static ProblemException notFound(String zh, String en, String pointer, String value) {
        LocalizedText text = new LocalizedText(zh, en);
        return new ProblemException(
                WebError.NOT_FOUND,
                text,
                List.of(new ProblemError(pointer, value, WebError.NOT_FOUND.code(), text, List.of())));
    }

    private static ProblemException invalid(String name, String value, List<String> accepted) {
        LocalizedText text = new LocalizedText("参数 " + name + " 无效。", "The parameter " + name + " is not valid.");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError("?" + name, value, WebError.INVALID_PARAMETER.code(), text, accepted)));
    }
}
