package org.finplan.tasks.baseline;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.problem.ProblemException;

/** What a comparison asks for. */
public class CompareParameters {

    private static final List<String> KINDS = List.of("task", "milestone", "dependency");
    private static final List<String> CHANGES = List.of("added", "changed", "removed");

    @QueryParam("plan")
    @Parameter(description = "Plan code; needed without a baseline.", example = "zq-fin-14fyp")
    String plan;

    @QueryParam("baseline")
    @Parameter(description = "Id of a baseline, whose instant counts; this or at.")
    UUID baseline;

    @QueryParam("at")
    @Parameter(description = "The earlier instant (UTC); this or baseline.", example = "2026-11-30T00:00:00Z")
    String at;

    @QueryParam("kind")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"task", "milestone", "dependency"}),
            description = "task, milestone or dependency; all when absent.",
            example = "milestone")
    String kind;

    @QueryParam("change")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"added", "changed", "removed"}),
            description = "added, changed or removed; all when absent.",
            example = "changed")
    String change;

    @QueryParam("task")
    @Parameter(description = "Id of the only task that is asked for.", example = "t4.1.1.1.m01")
    String task;

    /** {@return the kinds that are asked for} */
    List<String> kinds() {
        oneOf("kind", kind, KINDS);
        return kind == null ? KINDS : List.of(kind);
    }

    /** {@return the change that is asked for, or null} */
    @Nullable
    String checkedChange() {
        oneOf("change", change, CHANGES);
        return change;
    }

    /** {@return the instant that is named, or null when a baseline is named instead} */
    @Nullable
    Instant instant() {
        if ((at == null) == (baseline == null)) {
            throw ProblemException.invalidParameter("at", at, List.of("at", "baseline"));
        }
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException notAnInstant) {
            throw ProblemException.invalidParameter("at", at, List.of("2026-11-30T00:00:00Z"));
        }
    }

    private static void oneOf(String name, String value, List<String> accepted) {
        if (value != null && !accepted.contains(value)) {
            throw ProblemException.invalidParameter(name, value, accepted);
        }
    }
}
