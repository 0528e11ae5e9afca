/** The dates of a unit's open matters, for its calendar. */
package org.finplan.tasks.supervision.agenda;
