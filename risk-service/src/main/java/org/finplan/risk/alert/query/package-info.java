/** Alerts as their readers see them: one, and lists with filters, orders and pages. */
package org.finplan.risk.alert.query;
