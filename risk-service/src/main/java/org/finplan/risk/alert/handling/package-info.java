/** The handling of alerts by people: what they send, who may do what, what is refused, and what is kept of it. */
package org.finplan.risk.alert.handling;
