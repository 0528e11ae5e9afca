/**
 * Progress on the measures of the plan: one claims it, another verifies or returns the claim. A claim whose evidence was
 * revised or withdrawn is flagged until its reporter stands by it or reports again. It owns the table
 * {@code progress_report}.
 */
package org.finplan.tasks.progress;
