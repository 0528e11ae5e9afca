package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A matter to be registered. Its time is due or workingDays; without both, the time that the ladder says.
 *
 * @param title what is to be done
 * @param unit code of the unit that is to act: a unit of the tokens of its officers, or a region code for the office of that region
 * @param region region concerned; may be left out when the unit is a region, or the caller acts for one city
 * @param task id of the task concerned, or null
 * @param plan plan code, when several plans have the task
 * @param alert id of the alert concerned, or null
 * @param due last day that is in time (Asia/Shanghai), not before today
 * @param workingDays how many working days the unit has, counted from tomorrow
 * @param ladder code of the escalation ladder; standard when absent
 * @param cause why
 * @param evidenceRequired whether an answer needs evidence; true when absent
 */
@Schema(name = "RegisterSupervision")
public record OpenRequest(
        @NotBlank @Size(max = 300) @Schema(examples = "演示样本：报送普惠贷款数据")
        String title,

        @NotBlank @Size(max = 80) @Schema(examples = "441202")
        String unit,

        @Size(max = 40) @Schema(examples = "441202") String region,
        @Size(max = 80) String task,
        @Size(max = 80) String plan,
        UUID alert,
        LocalDate due,
        @Min(1) @Max(250) @Schema(examples = "10") Integer workingDays,
        @Size(max = 40) @Schema(examples = "standard") String ladder,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：未按期报送。")
        String cause,

        Boolean evidenceRequired) {}
