package org.finplan.indicators.formula;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.computed.CellView;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.expression.FormulaError;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

/** The formulas of derived series. */
@Path("/api/v1")
@PermissionsAllowed(PermissionName.FORMULAS_READ)
@Tag(name = "Derived series")
class FormulaResource {

    private final FormulaService service;
    private final SettledTime settled;

    FormulaResource(FormulaService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    /**
     * A formula with all its versions.
     *
     * @param code series code
     * @param current the newest version
     * @param dependents series that are computed from it, directly or through others
     * @param versions all versions from the first on
     */
    @Schema(name = "FormulaHistory")
    record History(String code, FormulaView current, List<String> dependents, List<FormulaView> versions) {}

    /**
     * A formula that was checked.
     *
     * @param formula the formula as the suite reads it
     * @param uses series that it is computed from
     * @param dependents series that follow when it changes, directly or through others
     * @param results what it gives at the place that was asked for
     */
    @Schema(name = "CheckedFormula")
    record Checked(String formula, List<String> uses, List<String> dependents, List<CellView> results) {}

    @GET
    @Path("/derived")
    @Operation(
            operationId = "listDerived",
            summary = "Lists the formulas of derived series, those that are only noted among them.",
            description = "As they were known at asOf, each in its newest version.")
    public Page<FormulaView> list(@BeanParam AsOf asOf, @BeanParam PageParameters page) {
        List<Definition> all = service.newest(settled.of(asOf));
        int from = page.afterKey()
                .map(after -> all.stream().map(Definition::code).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                        all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                        page.limit(),
                        row -> page.cursor(row.code()),
                        page.countsExactly() ? (long) all.size() : null)
                .map(service::view);
    }

    @GET
    @Path("/derived/{code}")
    @Operation(
            operationId = "getDerived",
            summary = "Reads the formula of a series with all its versions.",
            description = "The first version first. The ETag is the number of the newest.")
    public RestResponse<History> get(@PathParam("code") String code, @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<Definition> versions = service.versions(code);
        Definition current = versions.get(versions.size() - 1);
        return Preconditions.answer(
                ifNoneMatch,
                EntityTags.of(current.version()),
                new History(
                        code,
                        service.view(current),
                        service.dependents(code),
                        versions.stream().map(service::view).toList()));
    }

    @POST
    @RefusesClosed
    @Refuses(with = DerivedError.class)
    @Refuses(with = FormulaError.class)
    @Path("/derived")
    @PermissionsAllowed(PermissionName.FORMULAS_DEFINE)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createDerived",
            summary = "Gives a series a formula, and computes it for all figures that are there.",
            description =
                    "The language is described in docs/derived.md. Units, states and flows are checked, a cycle is"
                            + " refused; nothing is stored when something is wrong.")
    @APIResponse(
            responseCode = "201",
            description = "The formula as it was stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FormulaView.class)))
    public RestResponse<FormulaView> create(FormulaRequest request) {
        Definition definition = service.create(request);
        return RestResponse.ResponseBuilder.<FormulaView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/derived/" + definition.code()))
                .header("ETag", EntityTags.of(definition.version()))
                .entity(service.view(definition))
                .build();
    }

    @POST
    @RefusesClosed
    @Refuses(with = FormulaError.class)
    @Path("/derived/{code:[^/:]+}:revise")
    @PermissionsAllowed(PermissionName.FORMULAS_DEFINE)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "reviseDerived",
            summary = "Gives a series another formula, and computes it and what follows anew.",
            description = "The versions before stay readable, and so do the figures that they gave. With active=false"
                    + " the formula becomes a note and its figures are withdrawn.")
    public RestResponse<FormulaView> revise(
            @PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, FormulaRequest request) {
        Definition next = service.revise(code, ifMatch, request);
        return RestResponse.ResponseBuilder.ok(service.view(next))
                .header("ETag", EntityTags.of(next.version()))
                .build();
    }

    @POST
    @Refuses(with = FormulaError.class)
    @Path("/derived:check")
    @Operation(
            operationId = "checkDerived",
            summary = "Checks a formula, and works it out at a place, without storing anything.",
            description =
                    "Faults of the formula are named with their place; without a fault the answer shows what it reads and gives.")
    public Checked check(
            FormulaRequest request, @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return service.check(request, Language.prefersEnglish(language));
    }
}
