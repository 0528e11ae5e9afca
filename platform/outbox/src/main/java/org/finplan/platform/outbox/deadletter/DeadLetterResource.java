package org.finplan.platform.outbox.deadletter;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outbox.consumer.DeadLetter;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The events of this service that do not get on, and their replay. The gateway has a list of all services at its address. */
@UnlessBuildProperty(name = "quarkus.application.name", stringValue = "gateway", enableIfMissing = true)
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
class DeadLetterResource {

    private static final List<String> STATES =
            List.of(DeadLetter.FAILED, DeadLetterView.REFUSED, DeadLetter.WAITING, DeadLetter.REPLAYED);

    private final DeadLetterService service;

    DeadLetterResource(DeadLetterService service) {
        this.service = service;
    }

    /** Lists dead letters in the order of their arrival. */
    @GET
    @Path("/dead-letters")
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "listDeadLetters",
            summary =
                    "Events that a service cannot handle or the broker does not take; without state those to decide on",
            description = "In the order of their arrival. Events of the same aggregate wait behind one of them.")
    public Page<DeadLetterView> list(
            @QueryParam("state")
                    @Parameter(
                            description = "Only this state.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"failed", "refused", "waiting", "replayed"}))
                    String state,
            @BeanParam PageParameters page) {
        if (state != null && !STATES.contains(state)) {
            throw invalid(state);
        }
        int limit = page.limit();
        List<String> after = page.after().orElse(List.of("", "0"));
        return Page.of(
                        service.list(state, kind(after), position(after), limit + 1),
                        limit,
                        row -> page.cursor(row.kind(), Long.toString(row.position())),
                        null)
                .map(DeadLetterService.Row::letter);
    }

    /** Shows one dead letter. */
    @GET
    @Path("/dead-letters/{id}")
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "getDeadLetter",
            summary = "One dead letter",
            description = "With the last failure and how often it was tried.")
    public DeadLetterView get(@PathParam("id") UUID id) {
        return service.find(id);
    }

    /** Puts a failed or refused letter back in line. */
    @POST
    @Path("/dead-letters/{id}:replay")
    @Refuses(with = DeadLetterError.class)
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_REPLAY)
    @Transactional
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Lets a failed or refused event be tried again, after it those that wait behind it",
            description = "It takes its turn in the background; read it again for what became of it.")
    public DeadLetterView replay(@PathParam("id") UUID id) {
        return service.release(id);
    }

    /** Puts all failed and refused letters back in line. */
    @POST
    @Path("/dead-letters:replay")
    @PermissionsAllowed(PermissionName.DEAD_LETTERS_REPLAY)
    @Transactional
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Lets all failed and refused events be tried again",
            description = "Answers how many are in line again.")
    public Released replayAll() {
        return service.releaseAll();
    }

    private static String kind(List<String> keys) {
        if (keys.size() != 2
                || !Set.of("", DeadLetter.FAILED, DeadLetterView.REFUSED).contains(keys.get(0))) {
            throw Cursor.invalid(String.join(",", keys));
        }
        return keys.get(0);
    }

    private static long position(List<String> keys) {
        try {
            return Long.parseLong(keys.get(1));
        } catch (NumberFormatException e) {
            throw Cursor.invalid(String.join(",", keys));
        }
    }

    private static ProblemException invalid(String state) {
        LocalizedText text = new LocalizedText("未知的死信状态。", "Unknown state of dead letters.");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError("?state", state, WebError.INVALID_PARAMETER.code(), text, STATES)));
    }
}
