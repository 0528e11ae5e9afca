package org.finplan.indicators.publication;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.FigurePosition;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.PublicSelection;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/** What everybody may read of the figures: those that are published, with the document that they stand in. */
@Path("/api/v1/public/observations")
@Tag(name = "Public")
@PermissionsAllowed(PermissionName.PUBLISHED_FIGURES_READ)
class PublicResource {

    private static final int FRESH_SECONDS = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Observations figures;
    private final PlanRegister register;
    private final Definitions definitions;

    PublicResource(Observations figures, PlanRegister register, Definitions definitions) {
        this.definitions = definitions;
        this.figures = figures;
        this.register = register;
    }

    @GET
    @Cache(maxAge = FRESH_SECONDS)
    @Operation(
            operationId = "listPublicObservations",
            summary = "Reads published figures with the document that each stands in.",
            description = "Open to everybody, without a token. Reports, samples and derived values are not among them.")
    public RestResponse<Page<PublicView>> list(
            @QueryParam("indicator")
                    @Parameter(description = "Indicator or series code; all when absent.", example = "green-credit")
                    String indicator,
            @QueryParam("region") @Parameter(description = "Region code; all when absent.", example = "441200")
                    String region,
            @QueryParam("kind") @Parameter(description = "Kind of figure; all when absent.", example = "level")
                    String kind,
            @QueryParam("from") @Parameter(description = "First period.", example = "2020") String from,
            @QueryParam("to") @Parameter(description = "Last period.", example = "2025") String to,
            @BeanParam PageParameters page,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        PublicSelection selection = new PublicSelection(
                chosen("indicator", indicator, codes(register.series().all(), SeriesDefinition::code)),
                chosen("region", region, codes(register.regions().all(), RegionDefinition::code)),
                chosen("kind", kind, codes(Arrays.asList(ObservationKind.values()), ObservationKind::code)),
                period("from", from).map(Period::start).orElse(FIRST_DAY),
                period("to", to).map(Period::end).orElse(LAST_DAY));
        Optional<FigurePosition> after = page.after().map(keys -> FigurePosition.of(keys)
                .orElseThrow(() -> Cursor.invalid(page.cursor(keys.toArray(String[]::new)))));
        Page<Observation> rows = Page.of(
                figures.publicPage(selection, after, page.limit()),
                page.limit(),
                row -> page.cursor(FigurePosition.of(row.key()).keys()),
                page.countsExactly() ? figures.publicCount(selection) : null);
        return Preconditions.answer(
                ifNoneMatch, tag(rows), rows.map(version -> PublicView.of(version, definitions.code(version))));
    }

    private static String tag(Page<Observation> rows) {
        return EntityTags.of(Stream.concat(
                        Stream.of(rows.nextCursor() + "/" + rows.total()),
                        rows.items().stream().map(row -> row.id() + "/" + row.version()))
                .toArray(String[]::new));
    }

    private static <T> List<String> codes(Collection<T> values, Function<T, String> code) {
        return values.stream().map(code).toList();
    }

    private static List<String> chosen(String name, String value, List<String> codes) {
        if (value == null) {
            return codes;
        }
        if (!codes.contains(value)) {
            throw ProblemException.invalidParameter(name, value, codes);
        }
        return List.of(value);
    }

    private static Optional<Period> period(String name, String text) {
        return Optional.ofNullable(text).map(sent -> Period.find(sent)
                .orElseThrow(() -> ProblemException.invalidParameter(name, sent, Period.NOTATIONS)));
    }
}
