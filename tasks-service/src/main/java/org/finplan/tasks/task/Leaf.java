package org.finplan.tasks.task;

import java.util.List;

/**
 * A single measure of the plan, which progress is reported on and which flags are set on.
 *
 * @param key its key
 * @param clause clause that it comes from
 * @param status its verified status
 * @param regions regions that it names; none means the whole city
 */
public record Leaf(TaskKey key, String clause, TaskStatus status, List<String> regions) {}
