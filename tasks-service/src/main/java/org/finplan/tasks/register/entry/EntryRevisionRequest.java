package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an entry is to say from now on; what is left out it says no more. Its stages are moved, not revised.
 *
 * @param name its name
 * @param region region that it belongs to
 * @param sharedWith further regions that see it; with the city every part of it does
 * @param fields values by the codes of the fields
 * @param tasks tasks that it is linked to
 * @param indicators indicators that it is linked to
 * @param source where that can be read, or null
 * @param reason why it is revised
 */
@Schema(name = "RegisterEntryRevision")
record EntryRevisionRequest(
        @NotNull @Valid EntryNameInput name,

        @NotBlank @Size(max = 64) @Schema(examples = "441202")
        String region,

        @Size(max = 100) List<@NotNull @Size(max = 64) String> sharedWith,

        @Size(max = 200)
        @Schema(type = SchemaType.OBJECT, implementation = Object.class, examples = "{\"trade\": \"演示样本\"}")
        Map<String, JsonNode> fields,

        @Size(max = 200) List<@NotNull @Size(max = 64) String> tasks,
        @Size(max = 200) List<@NotNull @Size(max = 64) String> indicators,
        @Valid EntrySourceInput source,

        @NotBlank @Size(max = 2000) @Schema(examples = "演示样本：更正名称")
        String reason) {}
