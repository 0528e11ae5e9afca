/** The timeline of an alert: facts that are only added, in the order in which they happened. */
package org.finplan.risk.alert.timeline;
