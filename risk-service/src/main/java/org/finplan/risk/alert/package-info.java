/**
 * Alerts: one for each subject that a rule judges. {@link org.finplan.risk.alert.AlertRaisingService} lets it follow its
 * rule, {@code AlertService} what people do; both write the alert, its timeline and its events in one transaction.
 */
package org.finplan.risk.alert;
