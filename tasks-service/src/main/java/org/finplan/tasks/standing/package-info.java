/**
 * What each region last reported of a leaf, and the status of the whole leaf that follows from it. It owns the table
 * {@code task_standing}.
 */
package org.finplan.tasks.standing;
