/** What mutes an alert at the moment of asking: an open alert that it follows from, or a silence. */
package org.finplan.risk.alert.muting;
