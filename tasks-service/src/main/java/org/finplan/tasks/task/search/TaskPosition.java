package org.finplan.tasks.task.search;

/**
 * A position in the order of all nodes.
 *
 * @param plan plan code
 * @param ordinal position within the plan
 */
public record TaskPosition(String plan, int ordinal) {}
