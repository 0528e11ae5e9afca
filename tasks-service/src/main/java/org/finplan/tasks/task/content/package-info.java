/** Writes what the plan says of its tasks, all of them in one statement. Progress, flags and assigned leads stay. */
package org.finplan.tasks.task.content;
