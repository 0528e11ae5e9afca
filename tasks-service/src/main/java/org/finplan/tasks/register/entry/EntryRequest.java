package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new entry of a register.
 *
 * @param name its name
 * @param region region that it belongs to
 * @param sharedWith further regions that see it; with the city every part of it does
 * @param stage stage in which it comes into the register; the first one when absent
 * @param date since when (Asia/Shanghai), not in the future
 * @param reason why a stage is skipped, where the register asks for that
 * @param decidedBy body that decided on the stage, where the register asks for that
 * @param fields values by the codes of the fields: a text; a number as an object of value and unit; a list where the field takes
 *     several
 * @param tasks tasks that it is linked to
 * @param indicators indicators that it is linked to
 * @param source where that can be read, or null
 */
@Schema(name = "NewRegisterEntry")
record EntryRequest(
        @NotNull @Valid EntryNameInput name,

        @NotBlank @Size(max = 64) @Schema(examples = "441202")
        String region,

        @Size(max = 100) List<@NotNull @Size(max = 64) String> sharedWith,

        @Size(max = 64) @Schema(examples = "reserve") String stage,
        @NotNull @Schema(examples = "2024-03-31") LocalDate date,
        @Size(max = 2000) String reason,
        @Size(max = 400) String decidedBy,

        @Size(max = 200)
        @Schema(type = SchemaType.OBJECT, implementation = Object.class, examples = "{\"trade\": \"演示样本\"}")
        Map<String, JsonNode> fields,

        @Size(max = 200) List<@NotNull @Size(max = 64) String> tasks,
        @Size(max = 200) List<@NotNull @Size(max = 64) String> indicators,
        @Valid EntrySourceInput source) {}
