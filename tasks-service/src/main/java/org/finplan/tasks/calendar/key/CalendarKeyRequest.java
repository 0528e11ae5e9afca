package org.finplan.tasks.calendar.key;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new key of a unit's calendar.
 *
 * @param unit code of the unit
 * @param label which phone or program will have it
 * @param city code of the city of the unit; may be left out by whoever reads one only
 * @param endsOn the last day on which it works; absent for no end
 */
@Schema(name = "MakeCalendarKey")
record CalendarKeyRequest(
        @NotBlank @Size(max = 80) @Schema(examples = "441202")
        String unit,

        @NotBlank @Size(max = 100) @Schema(examples = "演示样本手机")
        String label,

        @Size(min = 1, max = 40) String city,
        LocalDate endsOn) {}
