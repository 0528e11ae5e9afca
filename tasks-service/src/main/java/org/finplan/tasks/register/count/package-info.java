/** How many a register has on a day: its opening stock and what entered and left since. */
package org.finplan.tasks.register.count;
