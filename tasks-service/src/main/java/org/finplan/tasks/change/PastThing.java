package org.finplan.tasks.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A thing as it stood at a time in the past.
 *
 * @param task id of the task that it is, or belongs to
 * @param key its key, unique within plan and kind
 * @param since when it came to stand so, or when the history began
 * @param content what it said, by the columns of its table
 */
public record PastThing(String task, String key, Instant since, JsonNode content) {}
