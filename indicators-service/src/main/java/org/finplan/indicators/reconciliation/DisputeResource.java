package org.finplan.indicators.reconciliation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.reconciliation.DisputeState.Action;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Disputed cells as work items: the region explains or corrects, the city decides. */
@Path("/api/v1/disputed-cells")
@PermissionsAllowed(PermissionName.RECONCILIATION_READ)
@Tag(name = "Reconciliation")
class DisputeResource {

    private static final String ITEM = "/{id:[^/:]+}";

    private final DisputeService service;
    private final DisputedFigures figures;

    DisputeResource(DisputeService service, DisputedFigures figures) {
        this.service = service;
        this.figures = figures;
    }

    @GET
    @Operation(
            operationId = "listDisputedCells",
            summary = "Lists disputed cells, the newest first.",
            description = "Of the regions that the caller reads; filters combine.")
    public Page<DisputeView> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"open", "explained", "closed"}),
                            description = "open, explained or closed.",
                            example = "open")
                    String state,
            @QueryParam("region") @Parameter(description = "Region that has to explain or correct.") String region,
            @QueryParam("indicator") @Parameter(description = "Indicator code.") String indicator,
            @BeanParam PageParameters page) {
        if (state != null && DisputeState.find(state).isEmpty()) {
            throw ProblemException.invalidParameter("state", state, DisputeState.codes());
        }
        List<Dispute> rows =
                service.newest(state, region, indicator, page.afterKey().orElse(null), page.limit());
        Map<UUID, Comparison> marks = figures.comparisons(rows);
        return Page.of(rows, page.limit(), row -> page.cursor(row.id().toString()), null)
                .map(row -> DisputeView.of(row, service.allowed(row), marks.get(row.id()), null));
    }

    @GET
    @Path(ITEM)
    @Operation(
            operationId = "getDisputedCell",
            summary = "Reads a disputed cell with everything that happened.",
            description = "The first step first. Its ETag is needed for the next step.")
    public RestResponse<DisputeView> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<Dispute> steps = service.steps(id);
        Dispute newest = steps.get(steps.size() - 1);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(newest.version()), view(newest, steps));
    }

    @POST
    @PermissionsAllowed(PermissionName.DISPUTES_DECIDE)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = DisputeError.class,
            codes = {DisputeError.Code.FIELD_MISSING, DisputeError.Code.UNKNOWN_CODE, DisputeError.Code.DISPUTE_EXISTS})
    @Operation(
            operationId = "openDisputedCell",
            summary = "Asks a region to explain or correct a figure.",
            description =
                    "The cell is a figure that does not agree with the sum of its parts; the region is the whole or one of its parts.")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public RestResponse<DisputeView> open(DisputeRequest request) {
        Dispute first = service.open(request);
        return RestResponse.ResponseBuilder.<DisputeView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/disputed-cells/" + first.id()))
                .header("ETag", EntityTags.of(first.version()))
                .entity(view(first, List.of(first)))
                .build();
    }

    @POST
    @Path(ITEM + ":explain")
    @PermissionsAllowed(PermissionName.DISPUTES_EXPLAIN)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = DisputeError.class,
            codes = {DisputeError.Code.FIELD_MISSING, DisputeError.Code.STEP_NOT_POSSIBLE})
    @Operation(
            operationId = "explainDisputedCell",
            summary = "Says why the figure is as it is.",
            description = "By the region that has to explain or correct.")
    public RestResponse<DisputeView> explain(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DisputeRequest.Step step) {
        return answer(service.step(id, ifMatch, Action.EXPLAIN, note(step)));
    }

    @POST
    @Path(ITEM + ":return")
    @PermissionsAllowed(PermissionName.DISPUTES_DECIDE)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = DisputeError.class,
            codes = {DisputeError.Code.FIELD_MISSING, DisputeError.Code.STEP_NOT_POSSIBLE})
    @Operation(
            operationId = "returnDisputedCell",
            summary = "Sends an explanation back.",
            description = "With what is still missing; the region explains again.")
    public RestResponse<DisputeView> sendBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DisputeRequest.Step step) {
        return answer(service.step(id, ifMatch, Action.RETURN, note(step)));
    }

    @POST
    @Path(ITEM + ":accept")
    @PermissionsAllowed(PermissionName.DISPUTES_DECIDE)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = DisputeError.class,
            codes = {DisputeError.Code.FIELD_MISSING, DisputeError.Code.STEP_NOT_POSSIBLE})
    @Operation(
            operationId = "acceptDisputedCell",
            summary = "Ends the work with the explanation.",
            description = "The figures stay as they are.")
    public RestResponse<DisputeView> accept(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DisputeRequest.Step step) {
        return answer(service.step(id, ifMatch, Action.ACCEPT, note(step)));
    }

    @POST
    @Path(ITEM + ":settle")
    @PermissionsAllowed(PermissionName.DISPUTES_DECIDE)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = DisputeError.class,
            codes = {DisputeError.Code.STEP_NOT_POSSIBLE, DisputeError.Code.STILL_DIFFERS})
    @Operation(
            operationId = "settleDisputedCell",
            summary = "Ends the work because the figures agree by now.",
            description = "409 still-differs while they do not.")
    public RestResponse<DisputeView> settle(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return answer(service.step(id, ifMatch, Action.SETTLE, null));
    }

    private DisputeView view(Dispute newest, List<Dispute> steps) {
        Comparison comparison = figures.comparisons(List.of(newest)).get(newest.id());
        return DisputeView.of(newest, service.allowed(newest), comparison, steps);
    }

    private RestResponse<DisputeView> answer(Dispute step) {
        return RestResponse.ResponseBuilder.ok(view(step, service.steps(step.id())))
                .header("ETag", EntityTags.of(step.version()))
                .build();
    }

    private static String note(DisputeRequest.Step step) {
        return step == null ? null : step.note();
    }
}
