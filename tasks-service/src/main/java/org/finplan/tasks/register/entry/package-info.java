/** The entries of registers: entering, revising, moving from stage to stage, ending, and what happened to each. */
package org.finplan.tasks.register.entry;
