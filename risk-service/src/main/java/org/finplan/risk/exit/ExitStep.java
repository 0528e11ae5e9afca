package org.finplan.risk.exit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * What was done in an exit.
 *
 * @param id its id; of an objection, what a decision names
 * @param action list, publish-notice, object, decide-objection, cancel or keep
 * @param on the day it was done
 * @param document the document it stands in
 * @param note what else is to be said, or null
 * @param objection of a decision on an objection, which one; otherwise null
 * @param outcome of such a decision upheld or rejected; otherwise null
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "ExitStep")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExitStep(
        UUID id,
        String action,
        LocalDate on,
        SourceDocument document,
        @Nullable String note,
        @Nullable UUID objection,
        @Nullable String outcome,
        String recordedBy,
        Instant recordedAt) {}
