package org.finplan.tasks.workpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A work point that is to be made below a measure.
 *
 * @param year the year that it is for, one of the plan
 * @param title its title
 * @param summary what is to be done; the title when absent
 * @param regions regions that it is for, of those that the measure concerns; those of the measure when absent or empty
 * @param indicators indicators that it moves; none when absent
 * @param dueDate its deadline, in the year
 */
@Schema(name = "NewWorkPoint")
record WorkPointRequest(
        @NotNull @Schema(examples = "2025") Integer year,

        @NotNull @Valid WorkPointText title,
        @Valid WorkPointText summary,
        @Size(max = 100) List<@NotNull @Size(max = 64) String> regions,
        @Size(max = 100) List<@NotNull @Size(max = 64) String> indicators,
        @Schema(examples = "2025-12-31") LocalDate dueDate) {

    WorkPointContent content() {
        return new WorkPointContent(title, summary, regions, indicators);
    }
}
