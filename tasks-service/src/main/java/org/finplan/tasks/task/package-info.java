/**
 * A node of the tree of a plan, with its units and its status. It owns the table {@code task}; the packages below it read
 * it for lists ({@code search}) and write what the plan says ({@code content}).
 */
package org.finplan.tasks.task;
