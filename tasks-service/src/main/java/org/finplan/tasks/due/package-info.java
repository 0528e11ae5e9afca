/** What the service does by itself when its time has come, and the timer that looks for it. */
package org.finplan.tasks.due;
