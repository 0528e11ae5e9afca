/** The finding that an alert, or an entry of its timeline, rests on: as it is stored, and as it is answered. */
package org.finplan.risk.alert.evidence;
