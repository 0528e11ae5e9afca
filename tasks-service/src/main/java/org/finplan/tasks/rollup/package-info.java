/**
 * How what is below a branch is put together: counts by state, weights that the city set, or not at all. It owns the table
 * {@code task_roll_up}.
 */
package org.finplan.tasks.rollup;
