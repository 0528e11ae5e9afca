/** How long people may take over an alert, by its level and the working days of its city. */
package org.finplan.risk.alert.deadline;
