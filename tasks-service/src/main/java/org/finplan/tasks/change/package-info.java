/**
 * What changed of tasks and of what belongs to them, when and by whom. The table is written by triggers alone; how another
 * table attaches its own is said in the migration {@code V14__task_changes.sql}.
 */
package org.finplan.tasks.change;
