package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * What an entry says in one version.
 *
 * @param name its name
 * @param region region that it belongs to
 * @param sharedWith further regions that see it
 * @param stage its stage
 * @param since since when
 * @param endedOn day on which it left the register, absent while it is in it
 * @param endReason why it left, absent while it is in it
 * @param fields values by the codes of the fields
 * @param tasks tasks that it is linked to
 * @param indicators indicators that it is linked to
 * @param clauses clauses that name it
 * @param source where that can be read, absent when nobody said
 */
@Schema(name = "RegisterEntryWording")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryWording(
        LocalizedText name,
        String region,
        List<String> sharedWith,
        String stage,
        LocalDate since,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode fields,

        List<String> tasks,
        List<String> indicators,
        List<String> clauses,
        @Nullable EntrySource source) {

    /**
     * Shows what an entry says.
     *
     * @param entry the entry
     * @return its wording
     */
    public static EntryWording of(Entry entry) {
        Entry.Content content = entry.content();
        return new EntryWording(
                content.name(),
                content.region(),
                content.sharedWith(),
                entry.stage(),
                entry.since(),
                entry.endedOn(),
                entry.endReason(),
                content.fields(),
                content.tasks(),
                content.indicators(),
                content.clauses(),
                EntrySource.of(content.source()));
    }
}
