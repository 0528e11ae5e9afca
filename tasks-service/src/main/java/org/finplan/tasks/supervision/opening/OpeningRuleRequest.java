package org.finplan.tasks.supervision.opening;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether and how a kind of cause opens matters from now on.
 *
 * @param cause report-overdue, indicator-behind or disposal-ordered
 * @param enabled whether it opens any
 * @param ladder code of the ladder that they take
 * @param workingDays the time that they get
 * @param unit unit that is to act; absent for whom the event names, else the office of its region
 */
@Schema(name = "SetSupervisionOpening")
record OpeningRuleRequest(
        @NotNull @Schema(examples = "indicator-behind") String cause,
        @NotNull @Schema(examples = "true") Boolean enabled,

        @NotNull @Size(max = 40) @Schema(examples = "standard")
        String ladder,

        @NotNull @Min(1) @Max(250) @Schema(examples = "10") Integer workingDays,

        @Size(min = 1, max = 80) String unit) {}
