/** Which task must be finished before another one begins. It owns the table {@code task_dependency}. */
package org.finplan.tasks.milestone.dependency;
