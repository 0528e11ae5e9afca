/**
 * Baselines: instants of a plan that got a name, and what changed since any instant. It owns the table {@code plan_baseline}; how the
 * plan stood is told by the history of its tasks.
 */
package org.finplan.tasks.baseline;
