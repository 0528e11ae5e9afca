package org.finplan.tasks.task;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.TaskStatusChanged;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;

/** Publishes that the status of a leaf, or a flag on it, changed. */
@ApplicationScoped
public class TaskStatusPublisher {

    private final Outbox outbox;

    TaskStatusPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * What happened to a leaf.
     *
     * @param status its verified status now
     * @param flagged whether it is flagged now
     * @param reason what happened, in words
     * @param indicator indicator that caused it, or null when a report did
     * @param region region of the figure or of the report
     * @param at when
     */
    public record Change(
            TaskStatus status,
            boolean flagged,
            LocalizedText reason,
            @Nullable String indicator,
            String region,
            Instant at) {}

    /**
     * Appends the event to the outbox, in the transaction of the change.
     *
     * @param leaf the leaf as it was before
     * @param change what happened to it
     */
    public void publish(Leaf leaf, Change change) {
        TaskKey key = leaf.key();
        TaskStatusChanged data = new TaskStatusChanged(
                key.plan(),
                key.id(),
                leaf.clause(),
                leaf.status().code(),
                change.status().code(),
                change.flagged(),
                change.reason(),
                change.indicator(),
                change.region(),
                change.at());
        outbox.append(new NewEvent(data, key.aggregate(), "/api/v1/tasks/" + key.id(), change.region()));
    }
}
