package org.finplan.tasks.supervision.ladder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * A new version of a ladder. What is registered already keeps the version that it began with.
 *
 * @param code its name; a code that is new begins a ladder
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param workingDays the time that a matter has whose deadline nobody says
 * @param steps its steps
 */
@Schema(name = "SetSupervisionLadder")
record LadderRequest(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @Schema(examples = "sample-ladder")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "演示样本阶梯")
        String nameZh,

        @NotBlank @Size(max = 200) @Schema(examples = "Sample ladder")
        String nameEn,

        @NotNull @Min(1) @Max(250) @Schema(examples = "10") Integer workingDays,
        @NotEmpty @Size(max = 40) List<@NotNull @Valid Step> steps) {

    /**
     * A step of the ladder.
     *
     * @param code its name, once in the ladder
     * @param anchor due: working days before (negative) or after the deadline; moved: working days since the state last moved
     * @param workingDays how many; with moved at least 1
     * @param states the states in which it is taken
     * @param tell who hears of it: unit, unit-head, supervisor
     * @param colour blue, yellow, orange or red
     * @param kind reminder or letter
     */
    @Schema(name = "SetSupervisionLadderStep")
    record Step(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") @Schema(examples = "overdue-1")
            String code,

            @NotNull @Schema(examples = "due") Anchor anchor,

            @NotNull @Min(-250) @Max(250) @Schema(examples = "1")
            Integer workingDays,

            @NotEmpty @Size(max = 7) @Schema(examples = "[\"assigned\", \"acknowledged\"]")
            List<@NotNull SupervisionState> states,

            @NotEmpty @Size(max = 3) @Schema(examples = "[\"unit\"]")
            List<@NotNull Audience> tell,

            @NotNull @Schema(examples = "yellow") Colour colour,
            @NotNull @Schema(examples = "reminder") StepKind kind) {

        LadderStep step() {
            return new LadderStep(code, anchor, workingDays, states, tell, colour, kind);
        }
    }

    /** {@return the ladder as a version} */
    Ladder ladder(int version) {
        return new Ladder(
                code,
                version,
                new LocalizedText(nameZh, nameEn),
                workingDays,
                steps.stream().map(Step::step).toList());
    }
}
