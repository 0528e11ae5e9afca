package org.finplan.risk.alert.inhibition;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/inhibition-rules")
@Tag(name = "Silences")
class InhibitionResource {

    private final InhibitionService rules;

    InhibitionResource(InhibitionService rules) {
        this.rules = rules;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listInhibitionRules",
            summary = "Which alerts mute which others, the newest first",
            description = "Retired ones stay in the list.")
    public Page<InhibitionRule> list(@BeanParam PageParameters paging) {
        return rules.list(paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "getInhibitionRule",
            summary = "One inhibition rule",
            description = "Its ETag is needed to retire it.")
    public RestResponse<InhibitionRule> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        InhibitionRule rule = rules.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(rule.version()), rule);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = InhibitionError.class,
            codes = {InhibitionError.Code.UNKNOWN_VALUE, InhibitionError.Code.CIRCLE})
    @Operation(
            operationId = "makeInhibitionRule",
            summary = "Let alerts of one rule mute those of another",
            description =
                    "While the one is open and its cause is there, the others of the city that are equal to it say by what"
                            + " they are muted. 422 inhibition-circle where alerts could mute each other.")
    public RestResponse<InhibitionRule> make(@NotNull @Valid InhibitionRuleRequest rule) {
        InhibitionRule made = rules.make(rule);
        return RestResponse.ResponseBuilder.<InhibitionRule>create(RestResponse.Status.CREATED)
                .entity(made)
                .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                .build();
    }

    @POST
    @Path("{id}:retire")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Refuses(with = InhibitionError.class, codes = InhibitionError.Code.RETIRED)
    @Operation(
            operationId = "retireInhibitionRule",
            summary = "Mute nothing by a rule any more",
            description = "Alerts that it muted and that nobody has charge of are told of.")
    public RestResponse<InhibitionRule> retire(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        InhibitionRule retired = rules.retire(id, ifMatch);
        return Preconditions.changed(EntityTags.of(retired.version()), retired);
    }
}
