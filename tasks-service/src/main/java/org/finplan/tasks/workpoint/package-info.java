/**
 * Annual work points (年度工作要点): what the city means to do for a measure in one year. They are nodes of the tree below the
 * measure, take reports of their own, and are withdrawn, never erased.
 */
package org.finplan.tasks.workpoint;
