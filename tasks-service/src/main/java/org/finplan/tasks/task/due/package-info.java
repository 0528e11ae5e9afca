/** Which tasks a unit leads that are due on a day. */
package org.finplan.tasks.task.due;
