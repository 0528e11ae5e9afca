package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.ladder.Ladder;

/**
 * A matter that is to be registered.
 *
 * @param title what is to be done
 * @param unit unit that is to act
 * @param region region concerned
 * @param concerns what it is about
 * @param cause why
 * @param limit the time that is given
 * @param ladder the version of the ladder that it keeps
 * @param evidenceRequired whether an answer needs evidence
 */
record NewMatter(
        String title,
        String unit,
        String region,
        Concerns concerns,
        Cause cause,
        TimeLimit limit,
        Ladder ladder,
        boolean evidenceRequired) {

    /**
     * What a matter is about; nothing of it need be known.
     *
     * @param plan plan code, or null
     * @param task id of the task within the plan, or null
     * @param alert id of the alert, or null
     */
    record Concerns(
            @Nullable String plan,
            @Nullable String task,
            @Nullable UUID alert) {}

    /**
     * Why a matter was opened.
     *
     * @param kind by hand, or by which kind of event
     * @param key names the cause, so that it opens one matter at a time; null by hand
     * @param text words
     */
    record Cause(CauseKind kind, @Nullable String key, String text) {}
}
