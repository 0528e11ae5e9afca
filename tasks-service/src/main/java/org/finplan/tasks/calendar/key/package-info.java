/** The keys that open the calendar of a unit to a phone: made and revoked by people, shown once, kept as a hash. */
package org.finplan.tasks.calendar.key;
