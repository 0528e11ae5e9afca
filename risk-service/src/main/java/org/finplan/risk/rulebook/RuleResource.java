package org.finplan.risk.rulebook;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.rulebook.content.RuleError;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rules")
@Tag(name = "Rules")
class RuleResource {

    private static final List<String> STATES =
            Stream.of(RuleState.values()).map(RuleState::code).toList();

    private final RuleService rules;
    private final Metrics metrics;

    RuleResource(RuleService rules, Metrics metrics) {
        this.rules = rules;
        this.metrics = metrics;
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listRules",
            summary = "The rules in force",
            description =
                    "What each compares, when it is broken, who set it and how sure its text is. Other states on request.")
    public Page<RuleView> list(
            @Parameter(description = "Kind of institution; rules that judge it.", example = "microloan")
                    @QueryParam("kind")
                    String kind,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"draft", "tested", "shadow", "published", "retired"}),
                            description = "State of the version.",
                            example = "published")
                    @DefaultValue("published")
                    @QueryParam("state")
                    String state) {
        List<String> kinds = Stream.concat(metrics.catalogue().kinds().stream(), Stream.of("region"))
                .toList();
        return new Page<>(
                rules.list(
                        CodeParameter.of("state", state, RuleState::find, STATES),
                        CodeParameter.of("kind", kind, kinds)),
                null,
                null);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = RuleError.class,
            codes = {
                RuleError.Code.INVALID,
                RuleError.Code.FORMULA_INVALID,
                RuleError.Code.BANDS_INVALID,
                RuleError.Code.NOT_ALLOWED
            })
    @Operation(
            operationId = "writeRule",
            summary = "Write a rule, or the next version of one",
            description =
                    "A draft judges nothing. 422 names every place that is wrong; 409 rule-action-not-allowed while another"
                            + " version of it is on its way.")
    public RestResponse<RuleView> write(@NotNull @Valid RuleRequest rule) {
        RuleView draft = rules.write(rule);
        return RestResponse.ResponseBuilder.<RuleView>created(URI.create("/api/v1/rules/" + draft.code()))
                .entity(draft)
                .build();
    }

    @POST
    @Path("{code}:test")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @Refuses(with = RuleError.class, codes = RuleError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "testRule",
            summary = "Try the draft against all that was reported",
            description =
                    "Its comparison says who would have been warned. 409 rule-action-not-allowed when there is no draft.")
    public RuleView test(@PathParam("code") @Parameter(example = "sample-leverage") String code) {
        return rules.move(code, RuleState.TESTED, null);
    }

    @POST
    @Path("{code}:shadow")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_WRITE)
    @Refuses(with = RuleError.class, codes = RuleError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "shadowRule",
            summary = "Let a tested version run beside the one in force",
            description =
                    "It warns nobody; its comparison follows the live reports. 409 rule-action-not-allowed unless it is tested.")
    public RuleView shadow(@PathParam("code") @Parameter(example = "sample-leverage") String code) {
        return rules.move(code, RuleState.SHADOW, null);
    }

    @POST
    @Path("{code}:publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_PUBLISH)
    @Refuses(with = RuleError.class, codes = RuleError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "publishRule",
            summary = "Bring a version in force",
            description = "The version before is retired. 409 rule-action-not-allowed unless it ran in shadow.")
    public RuleView publish(@PathParam("code") @Parameter(example = "sample-leverage") String code) {
        return rules.move(code, RuleState.PUBLISHED, null);
    }

    @POST
    @Path("{code}:retire")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.RULES_PUBLISH)
    @Refuses(with = RuleError.class, codes = RuleError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "retireRule",
            summary = "Give up the version on its way, or take the one in force out",
            description = "Alerts that it raised stay. 409 rule-action-not-allowed when it is retired already.")
    public RuleView retire(
            @PathParam("code") @Parameter(example = "sample-leverage") String code,
            @NotNull @Valid RetireRuleRequest retirement) {
        return rules.move(code, RuleState.RETIRED, retirement.reason());
    }
}
