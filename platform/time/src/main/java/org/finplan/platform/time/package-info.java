/** The clock of every program, and the calendar of the city that the suite works for. */
package org.finplan.platform.time;
