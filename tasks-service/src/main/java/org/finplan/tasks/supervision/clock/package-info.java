/** The clock of a supervised matter: which days count, until when a unit has time, and what a pause does to it. Pure. */
package org.finplan.tasks.supervision.clock;
