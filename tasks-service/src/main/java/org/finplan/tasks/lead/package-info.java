/** Who leads a task: the plan names almost nobody, so the city assigns the lead. */
package org.finplan.tasks.lead;
