package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.action.BlockedAction;

/**
 * An entry of a register.
 *
 * @param id its id
 * @param plan plan code
 * @param register code of the register
 * @param code the code that the plan package names it by, absent for one that people entered
 * @param name its name
 * @param region region that it belongs to
 * @param sharedWith further regions that see it
 * @param stage its stage, on the day that was asked for
 * @param since since when
 * @param nextStages stages that may follow
 * @param skippingStages stages that may follow with a reason, since others are skipped
 * @param enteredOn day on which it came into the register
 * @param endedOn day on which it left, absent while it is in it
 * @param endReason why it left, absent while it is in it
 * @param fields values by the codes of the fields
 * @param tasks tasks that it is linked to
 * @param indicators indicators that it is linked to
 * @param clauses clauses that name it
 * @param source where that can be read, absent when nobody said
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller may not do now, and why
 * @param version counted up by each change
 * @param createdBy who entered it
 * @param createdAt when
 * @param updatedAt when it changed last
 */
@Schema(name = "RegisterEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        UUID id,
        String plan,
        String register,
        @Nullable String code,
        LocalizedText name,
        String region,
        List<String> sharedWith,
        String stage,
        LocalDate since,
        List<String> nextStages,
        List<String> skippingStages,
        LocalDate enteredOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode fields,

        List<String> tasks,
        List<String> indicators,
        List<String> clauses,
        @Nullable EntrySource source,
        List<String> allowedActions,
        List<BlockedAction> blockedActions,
        int version,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    static EntryView of(Entry entry, StageOrder order, Actions actions) {
        Entry.Content content = entry.content();
        return new EntryView(
                entry.id(),
                entry.plan(),
                entry.register(),
                entry.code(),
                content.name(),
                content.region(),
                content.sharedWith(),
                entry.stage(),
                entry.since(),
                entry.endedOn() == null ? order.next(entry.stage()) : List.of(),
                entry.endedOn() == null ? order.skipping(entry.stage()) : List.of(),
                entry.enteredOn(),
                entry.endedOn(),
                entry.endReason(),
                content.fields(),
                content.tasks(),
                content.indicators(),
                content.clauses(),
                EntrySource.of(content.source()),
                actions.allowed(),
                actions.blocked(),
                entry.version(),
                entry.createdBy(),
                entry.createdAt(),
                entry.updatedAt());
    }
}
