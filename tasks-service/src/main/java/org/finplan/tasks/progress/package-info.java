/**
 * Progress on the measures of the plan: one claims it, another verifies or returns the claim. It owns the table
 * {@code progress_report}.
 */
package org.finplan.tasks.progress;
