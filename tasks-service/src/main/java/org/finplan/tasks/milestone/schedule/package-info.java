/** When a leaf is behind: its milestones against the calendar of its city, and what the tasks before it mean for it. Pure. */
package org.finplan.tasks.milestone.schedule;
