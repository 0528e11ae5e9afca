package org.finplan.tasks.task.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What only an annual work point has.
 *
 * @param year the year that it is for
 * @param madeBy subject who made it
 * @param madeAt when
 * @param withdrawnBy subject who took it back, or null
 * @param withdrawnAt when, or null
 * @param withdrawReason why, or null
 */
@Schema(name = "AnnualWorkPointFacts")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnualFacts(
        int year,
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason) {}
