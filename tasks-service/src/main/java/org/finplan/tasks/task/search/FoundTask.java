package org.finplan.tasks.task.search;

/**
 * A node that answers a search.
 *
 * @param task the node
 * @param found how many words of the search stand in its title
 */
public record FoundTask(TaskSnapshot task, int found) {

    /** {@return its position in the order of how well nodes answer} */
    public TaskPosition position() {
        return new TaskPosition(found, task.key().plan(), task.ordinal());
    }
}
