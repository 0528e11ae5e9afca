package org.finplan.risk.reportrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to report what is missing.
 *
 * @param id id
 * @param institution unified social credit code
 * @param period period of which something is missing
 * @param metrics codes of the metrics that are missing
 * @param rules codes of the rules that wait for them
 * @param open whether something is missing still
 * @param since when it was found missing
 * @param changedAt when metrics or rules changed last
 * @param closedAt when all of it was reported, or no rule waited for it any more; absent while it is open
 */
@Schema(name = "ReportRequest")
record ReportRequestView(
        UUID id,
        String institution,
        String period,
        List<String> metrics,
        List<String> rules,
        boolean open,
        Instant since,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant closedAt) {}
