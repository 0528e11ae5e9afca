package org.finplan.risk.network.fact;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.network.snapshot.NetworkError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/network-facts")
@Tag(name = "Networks")
class FactResource {

    private final FactService facts;

    FactResource(FactService facts) {
        this.facts = facts;
    }

    @GET
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkFacts",
            summary = "Facts about firms and between them, the newest first",
            description =
                    "Those of the caller's city that were not taken back, as they are known now or were at an instant.")
    public Page<FactView> list(
            @QueryParam("kind")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"firm", "equity", "guarantee", "loan", "payable", "arrears"
                                            }),
                            description = "Kind of the facts.",
                            example = "guarantee")
                    String kind,
            @QueryParam("firm") @Parameter(description = "Credit code of a firm that they are about.") String firm,
            @BeanParam AsOf asOf,
            @BeanParam CursorParameters paging) {
        FactKind wanted = CodeParameter.of("kind", kind, FactKind::find, FactKind.CODES);
        return facts.list(new FactFilter(wanted, firm, asOf.instant().orElse(null)), paging)
                .map(FactView::of);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = FactError.class,
            codes = {
                FactError.Code.UNKNOWN_KIND,
                FactError.Code.REQUIRED,
                FactError.Code.NOT_OF_KIND,
                FactError.Code.INVALID,
                FactError.Code.EXISTS
            })
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.SELF_EDGE, NetworkError.Code.UNKNOWN_FIRM, NetworkError.Code.JOINT_CONTRACT})
    @Refuses(
            with = InstitutionError.class,
            codes = {InstitutionError.Code.INVALID_USCC, InstitutionError.Code.DATES_CONTRADICT})
    @Operation(
            operationId = "recordNetworkFact",
            summary = "Record a firm, its equity, a guarantee contract, a loan, a payable or arrears",
            description = "With its source. The firms that it is about are recorded before it.")
    public RestResponse<FactView> record(@NotNull @Valid FactRequest request) {
        FactVersion fact = facts.record(request);
        return RestResponse.ResponseBuilder.<FactView>created(URI.create(fact.path()))
                .entity(FactView.of(fact))
                .header(HttpHeaders.ETAG, EntityTags.of(fact.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "getNetworkFact",
            summary = "One fact",
            description = "Also one that was taken back. Its ETag is needed to correct it.")
    public RestResponse<FactView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        FactVersion fact = facts.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(fact.version()), FactView.of(fact));
    }

    @GET
    @Path("{id}/versions")
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Operation(
            operationId = "listNetworkFactVersions",
            summary = "All versions of a fact, the newest first",
            description = "Who recorded each, when, by which source and why; at most 1,000.")
    public Page<FactView> versions(@PathParam("id") UUID id) {
        return new Page<>(facts.versions(id), null, null).map(FactView::of);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(
            with = FactError.class,
            codes = {
                FactError.Code.UNKNOWN_KIND,
                FactError.Code.REQUIRED,
                FactError.Code.NOT_OF_KIND,
                FactError.Code.INVALID,
                FactError.Code.KEY_CHANGED,
                FactError.Code.REASON_REQUIRED,
                FactError.Code.WITHDRAWN
            })
    @Refuses(
            with = NetworkError.class,
            codes = {NetworkError.Code.SELF_EDGE, NetworkError.Code.UNKNOWN_FIRM, NetworkError.Code.JOINT_CONTRACT})
    @Refuses(
            with = InstitutionError.class,
            codes = {InstitutionError.Code.INVALID_USCC, InstitutionError.Code.DATES_CONTRADICT})
    @Operation(
            operationId = "correctNetworkFact",
            summary = "Correct a fact, with the reason",
            description =
                    "Also to say when it ended, or what is outstanding now. The correction is a further version; networks that"
                            + " were made before stay as they are.")
    public RestResponse<FactView> correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid FactRequest request) {
        return answer(facts.correct(id, ifMatch, request));
    }

    @POST
    @Path("{id}:withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NETWORKS_WRITE)
    @Refuses(
            with = FactError.class,
            codes = {FactError.Code.WITHDRAWN, FactError.Code.IN_USE})
    @Operation(
            operationId = "withdrawNetworkFact",
            summary = "Take a fact back that never was, with the reason",
            description =
                    "It stays to be read by its id. One that ended is corrected instead, and a firm stays while other facts are about it.")
    public RestResponse<FactView> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawFactRequest request) {
        return answer(facts.withdraw(id, ifMatch, request.reason()));
    }

    private static RestResponse<FactView> answer(FactVersion fact) {
        return Preconditions.changed(EntityTags.of(fact.version()), FactView.of(fact));
    }
}
