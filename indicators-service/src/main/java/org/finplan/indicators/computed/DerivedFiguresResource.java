package org.finplan.indicators.computed;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.period.Period;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** What a formula gives, beside what was delivered. */
@Path("/api/v1/derived/{code}/observations")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Derived series")
class DerivedFiguresResource {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final DerivedFigureService service;
    private final SettledTime settled;

    DerivedFiguresResource(DerivedFigureService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    @GET
    @Operation(
            operationId = "listDerivedObservations",
            summary = "Reads what the formula of a series gives, beside what was delivered for the same.",
            description = "For every place that at least one input has a figure for; where something is missing for a"
                    + " value it is named. A formula that is only noted gives nothing.")
    public Page<CellView> list(
            @PathParam("code") String code,
            @QueryParam("region") @Parameter(description = "Region code; all readable ones when absent.") String region,
            @QueryParam("from")
                    @Parameter(description = "A period; only those that end in it or later.", example = "2020")
                    String from,
            @QueryParam("to")
                    @Parameter(description = "A period; only those that end in it or before.", example = "2025")
                    String to,
            @QueryParam("kind") @Parameter(description = "Kind of figure; all that the formula computes when absent.")
                    String kind,
            @QueryParam("explain") @Parameter(description = "true: with the inputs, their versions, and all digits.")
                    Boolean explain,
            @QueryParam("differing")
                    @Parameter(description = "true: only where the delivered figure differs by more than the rounding.")
                    Boolean differing,
            @BeanParam KnowledgeParameters asOf,
            @BeanParam PageParameters page,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        Knowledge known = asOf.at(settled.of(asOf));
        CellView.Manner manner = new CellView.Manner(
                Boolean.TRUE.equals(explain), Language.prefersEnglish(language), service.readable());
        List<Cell> shown = service.cells(
                code,
                new DerivedFigureService.Selection(
                        region,
                        period("from", from).map(Period::start).orElse(FIRST_DAY),
                        period("to", to).map(Period::end).orElse(LAST_DAY),
                        kinds(kind),
                        Boolean.TRUE.equals(differing)),
                known);
        int first = page.after().map(keys -> place(shown, keys, page)).orElse(0);
        List<Cell> rows = shown.subList(first, Math.min(shown.size(), first + page.limit() + 1));
        Page<Cell> cut = Page.of(
                rows, page.limit(), cell -> cursor(page, cell), page.countsExactly() ? (long) shown.size() : null);
        return new Page<>(service.explain(cut.items(), known, manner), cut.nextCursor(), cut.total());
    }

    private static List<String> keys(Cell cell) {
        return List.of(
                cell.place().region(), cell.place().period().text(), cell.kind().code());
    }

    private static String cursor(PageParameters page, Cell cell) {
        return page.cursor(keys(cell).toArray(String[]::new));
    }

    private static int place(List<Cell> shown, List<String> after, PageParameters page) {
        int last = shown.stream().map(DerivedFiguresResource::keys).toList().indexOf(after);
        if (last < 0) {
            throw Cursor.invalid(page.cursor(after.toArray(String[]::new)));
        }
        return last + 1;
    }

    private static Set<ObservationKind> kinds(String kind) {
        if (kind == null) {
            return EnumSet.allOf(ObservationKind.class);
        }
        List<String> codes =
                Stream.of(ObservationKind.values()).map(ObservationKind::code).toList();
        return EnumSet.of(
                ObservationKind.find(kind).orElseThrow(() -> ProblemException.invalidParameter("kind", kind, codes)));
    }

    private static Optional<Period> period(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(
                Period.find(text).orElseThrow(() -> ProblemException.invalidParameter(name, text, Period.NOTATIONS)));
    }
}
