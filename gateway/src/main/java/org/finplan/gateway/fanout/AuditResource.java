package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.gateway.audit.OwnAudit;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.web.security.RegionScope;

/** The audit records of all services and of the gateway as one list, and one verdict on all chains. */
@Path("/api/v1")
@PermissionsAllowed(PermissionName.AUDIT_READ)
@Tag(name = "Audit")
class AuditResource {

    private static final String LIST = "/api/v1/audit";
    private static final String VERIFY = "/api/v1/audit:verify";
    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode item) -> item.path("recordedAt").asText())
            .reversed();

    private final FanOut fanOut;
    private final MergedLists lists;
    private final OwnAudit own;
    private final RegionScope scope;
    private final CurrentVertxRequest request;

    AuditResource(FanOut fanOut, MergedLists lists, OwnAudit own, RegionScope scope, CurrentVertxRequest request) {
        this.fanOut = fanOut;
        this.lists = lists;
        this.own = own;
        this.scope = scope;
        this.request = request;
    }

    @GET
    @Path("/audit")
    @Operation(
            operationId = "listAuditRecords",
            summary = "Audit records of all services and of the gateway, newest first",
            description = "Every write and every refused one, with who, what, when and the trace it belongs to.")
    public CompletionStage<AuditView.MergedAuditPage> list(
            @QueryParam("subject") @Parameter(description = "Who did it.", example = "district-441202") String subject,
            @QueryParam("resource") @Parameter(description = "The path it was done to.") String resource,
            @QueryParam("action") @Parameter(description = "What was done.", example = "observation.record")
                    String action,
            @QueryParam("service")
                    @Parameter(
                            description = "Only this service, or the gateway.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"indicators", "tasks", "risk", OwnAudit.SERVICE}))
                    String service,
            @BeanParam MergedParameters page) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("subject", subject);
        filters.put("resource", resource);
        filters.put("action", action);
        int limit = page.limit();
        MergedLists.Query query = new MergedLists.Query(
                LIST, MergedLists.chosen(service, audited()), filters, page.cursor, limit, NEWEST_FIRST);
        AuditChain.Filter filter = new AuditChain.Filter(subject, resource, action, scope.overseen());
        return lists.page(request.getCurrent(), query, cursor -> own.list(filter, cursor, limit))
                .map(merged -> new AuditView.MergedAuditPage(merged.items(), merged.next()))
                .toCompletionStage();
    }

    @GET
    @Path("/audit:verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Proves for each service and the gateway that no audit record was changed, removed or slipped in",
            description =
                    "Walks every hash chain from its first record. `headHash`, noted elsewhere, proves later that a"
                            + " chain was not written anew.")
    public CompletionStage<AuditView.MergedVerification> verify(
            @QueryParam("service")
                    @Parameter(
                            description = "Only this service, or the gateway.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"indicators", "tasks", "risk", OwnAudit.SERVICE}))
                    String service) {
        RoutingContext context = request.getCurrent();
        Map<String, Future<JsonNode>> asked = new TreeMap<>();
        MergedLists.chosen(service, audited())
                .forEach(name -> asked.put(
                        name,
                        fanOut.isNamed(name) ? fanOut.answer(context, name, HttpMethod.GET, VERIFY) : own.verify()));
        return MergedLists.all(asked)
                .map(answers -> new AuditView.MergedVerification(
                        answers.values().stream()
                                .allMatch(answer -> answer.path("intact").asBoolean()),
                        answers))
                .toCompletionStage();
    }

    private List<String> audited() {
        List<String> all = new ArrayList<>(fanOut.names());
        all.add(OwnAudit.SERVICE);
        return all;
    }
}
