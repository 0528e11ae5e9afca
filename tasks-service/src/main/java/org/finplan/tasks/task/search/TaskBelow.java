package org.finplan.tasks.task.search;

import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;

/**
 * A node directly below another, as far as it is rolled up.
 *
 * @param key its key
 * @param parent key of the node above
 * @param leaf whether it is a leaf
 * @param status verified status; means something for a leaf only
 */
public record TaskBelow(TaskKey key, TaskKey parent, boolean leaf, TaskStatus status) {}
