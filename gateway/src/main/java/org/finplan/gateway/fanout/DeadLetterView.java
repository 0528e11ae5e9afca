package org.finplan.gateway.fanout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The dead letters of all services as they are sent; what the services answered is passed on and not read. */
final class DeadLetterView {

    private DeadLetterView() {}

    /**
     * One page of dead letters.
     *
     * @param items the dead letters
     * @param nextCursor where to go on, null at the end
     */
    @Schema(name = "MergedDeadLetterPage")
    record MergedDeadLetterPage(
            @Schema(implementation = MergedDeadLetter[].class)
            List<ObjectNode> items,

            @Nullable String nextCursor) {}

    /** A dead letter of whichever service. */
    record MergedDeadLetter(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String service,

            UUID id,

            @Schema(enumeration = {"incoming", "outgoing"}) String direction,

            @Schema(enumeration = {"failed", "refused", "waiting", "replayed"})
            String state,

            @Nullable UUID event,
            @Nullable String type,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String aggregate,
            @Nullable String reason,
            @Nullable Integer attempts,
            @Nullable Instant since,
            @Nullable Instant replayedAt) {}

    /**
     * How many dead letters are in line again.
     *
     * @param services how many, by service
     */
    @Schema(name = "MergedReplay")
    record MergedReplay(
            @Schema(type = SchemaType.OBJECT, additionalProperties = Replayed.class)
            Map<String, JsonNode> services) {}

    /** How many of one service. */
    record Replayed(int incoming, int outgoing) {}
}
