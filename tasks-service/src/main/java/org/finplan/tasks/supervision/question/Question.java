package org.finplan.tasks.supervision.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A suspension or an extension that was asked for, and what became of it.
 *
 * @param id id
 * @param kind suspension or extension
 * @param day the day on which the clock is to go on, or the deadline that is asked for (Asia/Shanghai)
 * @param reason why
 * @param askedBy subject
 * @param askedAt when
 * @param outcome open, granted, refused or withdrawn
 * @param decidedBy who decided or took it back, or null
 * @param decidedAt when, or null
 * @param remark words of whoever decided, or null
 */
@Schema(name = "SupervisionQuestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        UUID id,
        String kind,
        LocalDate day,
        String reason,
        String askedBy,
        Instant askedAt,
        String outcome,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** Kind of a question for a pause. */
    public static final String SUSPENSION = "suspension";
    /** Kind of a question for more time. */
    public static final String EXTENSION = "extension";
    /** Not decided yet. */
    public static final String OPEN = "open";
    /** Granted by somebody else. */
    public static final String GRANTED = "granted";
    /** Refused by somebody else. */
    public static final String REFUSED = "refused";
    /** Taken back, or of no use any more since the unit answered. */
    public static final String WITHDRAWN = "withdrawn";
}
