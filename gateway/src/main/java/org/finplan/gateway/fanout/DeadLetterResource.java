package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.gateway.service.Service;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.WebError;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The dead letters of all services as one list, and their replay. */
@Path("/api/v1")
@PermissionsAllowed(PermissionName.DEAD_LETTERS_READ)
@Tag(name = "Dead letters")
class DeadLetterResource {

    private static final String LIST = "/api/v1/dead-letters";
    private static final String REPLAY = ":replay";
    private static final Comparator<JsonNode> OLDEST_FIRST =
            Comparator.comparing(item -> item.path("since").asText());

    private final FanOut fanOut;
    private final MergedLists lists;
    private final CurrentVertxRequest request;

    DeadLetterResource(FanOut fanOut, MergedLists lists, CurrentVertxRequest request) {
        this.fanOut = fanOut;
        this.lists = lists;
        this.request = request;
    }

    @GET
    @Path("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "Dead letters of all services",
            description =
                    "By service, in the order of their arrival. Events of the same aggregate wait behind one of them.")
    public CompletionStage<DeadLetterView.MergedDeadLetterPage> list(
            @QueryParam("state")
                    @Parameter(
                            description = "Only this state; without it those to decide on.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"failed", "refused", "waiting", "replayed"}))
                    String state,
            @QueryParam("service")
                    @Parameter(
                            description = "Only this service.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"indicators", "tasks", "risk"}))
                    String service,
            @BeanParam MergedParameters page) {
        Map<String, String> filters = new HashMap<>();
        filters.put("state", state);
        MergedLists.Query query = new MergedLists.Query(
                LIST, MergedLists.chosen(service, fanOut.names()), filters, page.cursor, page.limit(), OLDEST_FIRST);
        return lists.page(request.getCurrent(), query, cursor -> Future.failedFuture("the gateway has none"))
                .map(merged -> new DeadLetterView.MergedDeadLetterPage(merged.items(), merged.next()))
                .toCompletionStage();
    }

    @POST
    @Path("/dead-letters:replay")
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_REPLAY)
    @ResponseStatus(202)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Lets all failed and refused events of all services be tried again",
            description =
                    "When a service is away the answer is 503; the others have then been asked, and asking again does no"
                            + " harm.")
    public CompletionStage<DeadLetterView.MergedReplay> replayAll(
            @QueryParam("service")
                    @Parameter(
                            description = "Only this service.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"indicators", "tasks", "risk"}))
                    String service,
            @HeaderParam("Idempotency-Key")
                    @Parameter(
                            description = "The same key gives the stored answer instead of a second replay.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    String idempotencyKey) {
        RoutingContext context = request.getCurrent();
        Map<String, Future<JsonNode>> asked = new TreeMap<>();
        MergedLists.chosen(service, fanOut.names())
                .forEach(name -> asked.put(name, fanOut.answer(context, name, HttpMethod.POST, LIST + REPLAY)));
        return MergedLists.all(asked).map(DeadLetterView.MergedReplay::new).toCompletionStage();
    }

    @GET
    @Path("/dead-letters/{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "One dead letter, of whichever service",
            description = "With the last failure and how often it was tried.")
    @APIResponse(
            responseCode = "200",
            description = "The dead letter.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterView.MergedDeadLetter.class)))
    public CompletionStage<Response> get(@PathParam("id") @Parameter(description = "Id of the dead letter.") UUID id) {
        return find(request.getCurrent(), LIST + "/" + id)
                .map(found -> FanOut.response(found.answer()))
                .toCompletionStage();
    }

    @POST
    @Path("/dead-letters/{id:[^/:]+}:replay")
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_REPLAY)
    @ResponseStatus(202)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Lets one event be tried again, after it those that wait behind it",
            description = "It takes its turn in the background; read it again for what became of it.")
    @APIResponse(
            responseCode = "202",
            description = "It is in line again.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterView.MergedDeadLetter.class)))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    public CompletionStage<Response> replay(
            @PathParam("id") @Parameter(description = "Id of the dead letter.") UUID id,
            @HeaderParam("Idempotency-Key")
                    @Parameter(
                            description = "The same key gives the stored answer instead of a second replay.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    String idempotencyKey) {
        RoutingContext context = request.getCurrent();
        String letter = LIST + "/" + id;
        return find(context, letter)
                .compose(found -> isAbsent(found.answer())
                        ? Future.succeededFuture(found.answer())
                        : fanOut.ask(context, found.service(), HttpMethod.POST, letter + REPLAY))
                .map(FanOut::response)
                .toCompletionStage();
    }

    /** The answer of the service that has the letter, or that of the last one that has not. */
    private record Found(String service, Service.Answer answer) {}

    private Future<Found> find(RoutingContext context, String letter) {
        return find(context, letter, new ArrayList<>(fanOut.names()));
    }

    private Future<Found> find(RoutingContext context, String letter, List<String> left) {
        String service = left.remove(0);
        return fanOut.ask(context, service, HttpMethod.GET, letter)
                .compose(answer -> isAbsent(answer) && !left.isEmpty()
                        ? find(context, letter, left)
                        : Future.succeededFuture(new Found(service, answer)));
    }

    private static boolean isAbsent(Service.Answer answer) {
        return answer.status() == WebError.NOT_FOUND.status();
    }
}
