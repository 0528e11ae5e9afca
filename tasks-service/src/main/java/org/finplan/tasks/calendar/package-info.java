/** The calendar of a unit: its deadlines as a feed that a phone subscribes to (RFC 5545). */
package org.finplan.tasks.calendar;
