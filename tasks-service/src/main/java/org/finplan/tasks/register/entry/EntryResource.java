package org.finplan.tasks.register.entry;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The entries of a register. */
@Path("/api/v1/registers/{register: [^:/]+}/entries")
@Tag(name = "Registers")
class EntryResource {

    private final EntryService service;
    private final EntryQueryService queries;

    EntryResource(EntryService service, EntryQueryService queries) {
        this.service = service;
        this.queries = queries;
    }

    @GET
    @PermissionsAllowed(PermissionName.REGISTERS_READ)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_REGION})
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.REGISTER_NOT_FOUND)
    @Operation(
            operationId = "listRegisterEntries",
            summary = "List the entries of a register, in the order in which they were recorded",
            description = "Those of the caller's regions and those that are shared with them; filters combine.")
    public Page<EntryView> list(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "policy-documents")
                    String register,
            @BeanParam EntryListParameters wanted,
            @BeanParam PageParameters paging) {
        return queries.list(register, wanted, paging);
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.PLAN_REQUIRED})
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.REGISTER_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.UNKNOWN_STAGE,
                RegisterError.Code.SKIPPED_WITHOUT_REASON,
                RegisterError.Code.DECISION_MISSING,
                RegisterError.Code.DATE_IN_FUTURE,
                RegisterError.Code.UNKNOWN_REGION,
                RegisterError.Code.UNKNOWN_TASK,
                RegisterError.Code.UNKNOWN_INDICATOR,
                RegisterError.Code.FIELDS_REFUSED
            })
    @APIResponse(
            responseCode = "201",
            description = "The entry as it was recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.class)))
    @Operation(
            operationId = "createRegisterEntry",
            summary = "Enter something into a register",
            description =
                    "The city enters for every region, a district for its own. An entry that is shared with other regions is"
                            + " seen there and changed by its own region only.")
    public RestResponse<EntryView> enter(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the register.")
                    String plan,
            @NotNull @Valid EntryRequest request) {
        Entry entry = service.enter(register, plan, request);
        return RestResponse.ResponseBuilder.<EntryView>created(URI.create(entry.path()))
                .header(HttpHeaders.ETAG, EntityTags.of(entry.version()))
                .entity(queries.get(register, entry.id()))
                .build();
    }

    @GET
    @Path("{id: [^:/]+}")
    @PermissionsAllowed(PermissionName.REGISTERS_READ)
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.ENTRY_NOT_FOUND)
    @Operation(
            operationId = "getRegisterEntry",
            summary = "Read an entry of a register",
            description = "Its ETag is needed to change it.")
    public RestResponse<EntryView> get(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        EntryView entry = queries.get(register, id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(entry.version()), entry);
    }

    @PUT
    @Path("{id: [^:/]+}")
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.ENTRY_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.ENDED,
                RegisterError.Code.UNKNOWN_REGION,
                RegisterError.Code.UNKNOWN_TASK,
                RegisterError.Code.UNKNOWN_INDICATOR,
                RegisterError.Code.FIELDS_REFUSED
            })
    @Operation(
            operationId = "reviseRegisterEntry",
            summary = "Revise what an entry says",
            description = "With a reason; what it said before stays in its history. Stages are moved, not revised.")
    public RestResponse<EntryView> revise(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EntryRevisionRequest request) {
        return answer(service.revise(register, id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:move")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.ENTRY_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.ENDED,
                RegisterError.Code.STAGE_NOT_ALLOWED,
                RegisterError.Code.UNKNOWN_STAGE,
                RegisterError.Code.SKIPPED_WITHOUT_REASON,
                RegisterError.Code.DECISION_MISSING,
                RegisterError.Code.DATE_BEFORE_LAST,
                RegisterError.Code.DATE_IN_FUTURE
            })
    @Operation(
            operationId = "moveRegisterEntry",
            summary = "Move an entry to its next stage",
            description =
                    "The entry names the stages that may follow. Where the register lets stages be skipped, that needs a reason;"
                            + " where some body decides, its name is needed.")
    public RestResponse<EntryView> move(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MoveRequest request) {
        return answer(service.move(register, id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:end")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.ENTRY_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.ENDED,
                RegisterError.Code.DATE_BEFORE_LAST,
                RegisterError.Code.DATE_IN_FUTURE
            })
    @Operation(
            operationId = "endRegisterEntry",
            summary = "Let an entry leave the register",
            description = "On a day and for a reason. It stays readable and is counted until that day.")
    public RestResponse<EntryView> end(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndRequest request) {
        return answer(service.end(register, id, ifMatch, request));
    }

    @GET
    @Path("{id: [^:/]+}/history")
    @PermissionsAllowed(PermissionName.REGISTERS_READ)
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.ENTRY_NOT_FOUND)
    @Operation(
            operationId = "getRegisterEntryHistory",
            summary = "Read what happened to an entry",
            description = "Its stages with their days, and what each of its versions said.")
    public EntryHistoryView history(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id) {
        return queries.history(register, id);
    }

    /** Who writes an entry reads it as it is then: it is not given to a region that its writer does not write to. */
    private RestResponse<EntryView> answer(Entry entry) {
        return Preconditions.changed(EntityTags.of(entry.version()), queries.get(entry.register(), entry.id()));
    }
}
