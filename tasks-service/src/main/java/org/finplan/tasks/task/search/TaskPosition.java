package org.finplan.tasks.task.search;

/**
 * A position in the order of all nodes, or in the order of how well they answer a search.
 *
 * @param found how many words of the search stand in the title, 0 in the order of the plans
 * @param plan plan code
 * @param ordinal position within the plan
 */
public record TaskPosition(int found, String plan, int ordinal) {}
