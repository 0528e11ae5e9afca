/**
 * Milestones of leaves: planned, achieved, taken back, removed, and what follows from them for the schedule of a leaf. It owns the
 * table {@code task_milestone}.
 */
package org.finplan.tasks.milestone;
