package org.finplan.tasks.assignment;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.task.Responsibility;

/**
 * Which units a task is given to, all of them: a list that is left out is empty. A unit is the code of an organisation that the
 * plan names, of a region of its city, which means its office, or of a unit that tokens of its officers name. A unit has one role.
 *
 * @param lead unit that leads
 * @param responsible units that are responsible beside it, at most 30
 * @param cooperating units that work on it with them, at most 30
 */
@Schema(name = "AssignTask")
public record AssignmentRequest(
        @NotBlank @Schema(examples = "zq-fin-bureau") String lead,

        @Nullable @Schema(examples = "[\"441202\"]") List<@NotNull String> responsible,

        @Nullable @Schema(examples = "[\"zq-housing\"]") List<@NotNull String> cooperating) {

    /** {@return the units by their roles} */
    public Responsibility responsibility() {
        return new Responsibility(
                lead, responsible == null ? List.of() : responsible, cooperating == null ? List.of() : cooperating);
    }
}
