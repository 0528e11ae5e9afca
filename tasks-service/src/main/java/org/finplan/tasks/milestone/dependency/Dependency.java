package org.finplan.tasks.milestone.dependency;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A leaf waits for another one: it begins when that is finished and so many working days have gone by.
 *
 * @param id its id
 * @param plan plan code of both
 * @param task id of the leaf that waits
 * @param predecessor id of the leaf that it waits for
 * @param lagWorkingDays working days that must lie between the end of one and the beginning of the other
 * @param removedAt when it was removed, or null while it holds
 * @param changedBy who entered or removed it
 * @param changedAt when
 * @param reason why it was removed, or null
 * @param version counted up by each change
 */
@Schema(name = "TaskDependency")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dependency(
        UUID id,
        String plan,
        String task,
        String predecessor,
        int lagWorkingDays,
        @Nullable Instant removedAt,
        String changedBy,
        Instant changedAt,
        @Nullable String reason,
        long version) {

    String path() {
        return "/api/v1/task-dependencies/" + id;
    }

    Dependency removed(String by, Instant at, String why) {
        return new Dependency(id, plan, task, predecessor, lagWorkingDays, at, by, at, why, version + 1);
    }
}
