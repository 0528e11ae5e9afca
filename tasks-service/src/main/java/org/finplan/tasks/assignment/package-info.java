/**
 * Which units lead a task, are responsible for it and cooperate on it. The plan names almost none, so the city assigns them; every
 * assignment that ever held is read from the history of the task.
 */
package org.finplan.tasks.assignment;
