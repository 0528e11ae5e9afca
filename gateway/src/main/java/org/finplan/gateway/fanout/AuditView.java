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

/** The audit of all services as it is sent; what the services answered is passed on and not read. */
final class AuditView {

    private AuditView() {}

    /**
     * One page of audit records.
     *
     * @param items the records
     * @param nextCursor where to go on, null at the end
     */
    @Schema(name = "MergedAuditPage")
    record MergedAuditPage(
            @Schema(implementation = MergedAuditRecord[].class)
            List<ObjectNode> items,

            @Nullable String nextCursor) {}

    /** A record of whichever service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergedAuditRecord(
            String service,
            long sequence,
            UUID id,
            Instant recordedAt,
            String subject,
            @Nullable String client,
            @Nullable List<String> roles,
            String action,
            String resource,
            @Nullable String region,
            @Nullable String detail,
            @Nullable String requestId,
            @Nullable String traceId,
            String hash) {}

    /**
     * What was found of all chains.
     *
     * @param intact Whether every chain is whole.
     * @param services what was found of each
     */
    @Schema(name = "MergedVerification")
    record MergedVerification(
            boolean intact,

            @Schema(type = SchemaType.OBJECT, additionalProperties = ChainVerification.class)
            Map<String, JsonNode> services) {}

    /** What was found of one chain. */
    record ChainVerification(
            boolean intact,
            long checked,
            @Nullable Long brokenAt,
            long headSequence,
            @Nullable String headHash) {}
}
