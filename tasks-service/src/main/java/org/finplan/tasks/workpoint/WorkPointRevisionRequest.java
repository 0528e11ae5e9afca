package org.finplan.tasks.workpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that a work point says from now on. Its year and its measure stay.
 *
 * @param title its title
 * @param summary what is to be done; the title when absent
 * @param regions regions that it is for, of those that the measure concerns; those of the measure when absent or empty
 * @param indicators indicators that it moves; none when absent
 * @param dueDate its deadline, in its year; none when absent
 */
@Schema(name = "WorkPointRevision")
record WorkPointRevisionRequest(
        @NotNull @Valid WorkPointText title,
        @Valid WorkPointText summary,
        @Size(max = 100) List<@NotNull @Size(max = 64) String> regions,
        @Size(max = 100) List<@NotNull @Size(max = 64) String> indicators,
        @Schema(examples = "2025-11-30") LocalDate dueDate) {

    WorkPointContent content() {
        return new WorkPointContent(title, summary, regions, indicators);
    }
}
