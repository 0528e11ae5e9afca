package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;

/**
 * An entry of a register.
 *
 * @param id its id
 * @param plan plan code
 * @param register code of the register
 * @param code the code that the package names it by, or null for one that people entered
 * @param content what it says
 * @param stage its stage
 * @param since since when
 * @param enteredOn day on which it came into the register
 * @param endedOn day on which it left, or null
 * @param endReason why it left, or null
 * @param version counted up by each change
 * @param createdBy who entered it
 * @param createdAt when
 * @param updatedAt when it changed last
 */
public record Entry(
        UUID id,
        String plan,
        String register,
        @Nullable String code,
        Content content,
        String stage,
        LocalDate since,
        LocalDate enteredOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        int version,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What an entry says beside its stages.
     *
     * @param name its name
     * @param region region that it belongs to
     * @param sharedWith further regions that see it
     * @param fields values by the codes of the fields, in the form of the API
     * @param linked ids of the entries that the fields link to
     * @param tasks tasks that it is linked to
     * @param indicators indicators that it is linked to
     * @param clauses clauses that name it
     * @param source where that can be read
     */
    public record Content(
            LocalizedText name,
            String region,
            List<String> sharedWith,
            JsonNode fields,
            List<String> linked,
            List<String> tasks,
            List<String> indicators,
            List<String> clauses,
            @Nullable Source source) {}

    /**
     * Where something can be read.
     *
     * @param title title of the source
     * @param reference number or address, or null
     */
    public record Source(String title, @Nullable String reference) {}

    /** {@return code of the region that it belongs to} */
    public String region() {
        return content.region();
    }

    /** {@return its path below the gateway} */
    public String path() {
        return "/api/v1/registers/" + register + "/entries/" + id;
    }
}
