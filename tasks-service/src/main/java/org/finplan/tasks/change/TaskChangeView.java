package org.finplan.tasks.change;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of a task, or of something that belongs to it.
 *
 * @param number its number; a later change of the same thing has a higher one
 * @param kind kind of what changed: task, or what belongs to it
 * @param key its key: of a task its id
 * @param action found (it was there when the history began), created, changed or removed
 * @param changedAt when
 * @param changedBy subject who changed it; system for the suite itself, such as when a plan package comes in force, and the
 *     name of a database role for an upgrade
 * @param client client that acted for the subject
 * @param fields what changed; of what was found, created or removed all that it says
 */
@Schema(name = "TaskChange")
record TaskChangeView(
        long number,
        String kind,
        String key,
        TaskChangeAction action,
        Instant changedAt,
        String changedBy,
        String client,
        List<FieldChangeView> fields) {}
