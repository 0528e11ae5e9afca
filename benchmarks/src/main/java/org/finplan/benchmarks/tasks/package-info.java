/** Reads of tasks-service and its daily run at 100,000 tasks, beside the same reads as bare SQL. */
package org.finplan.benchmarks.tasks;
