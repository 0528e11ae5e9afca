package org.finplan.tasks.detail;

/**
 * A node as it is shown, with the tag of that.
 *
 * @param detail what is shown
 * @param tag changes whenever the node or a count of the leaves below it does, when its deadline or a day of its schedule passes, and
 *     with the language
 */
public record VersionedTask(TaskDetailView detail, String tag) {}
