/**
 * Flags on leaves: an indicator that a leaf moves is behind its path or off course in a region that the leaf concerns. It
 * owns the tables {@code attainment}, a projection of the event {@code attainment.changed}, and {@code task_flag}.
 */
package org.finplan.tasks.flag;
