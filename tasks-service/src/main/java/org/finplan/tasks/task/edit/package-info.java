/** What the city itself sets of tasks, in sets: deadlines, and annual work points with all they say. */
package org.finplan.tasks.task.edit;
