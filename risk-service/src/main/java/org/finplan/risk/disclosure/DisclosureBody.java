package org.finplan.risk.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * A body that must disclose and is named.
 *
 * @param uscc its unified social credit code
 * @param version version of the entry, also its ETag
 * @param bodyClass code of its class
 * @param name its name
 * @param region its region
 * @param fromYear first year that it must disclose
 * @param untilYear last such year, or null when it is not known
 * @param source why it must
 * @param reason why this version took the place of the one before, or null
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "DisclosureBody")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DisclosureBody(
        String uscc,
        int version,
        String bodyClass,
        String name,
        String region,
        int fromYear,
        @Nullable Integer untilYear,
        SourceDocument source,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {}
