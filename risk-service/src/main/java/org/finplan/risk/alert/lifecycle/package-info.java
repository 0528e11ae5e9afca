/**
 * How an alert moves through the closed loop of the plan, without database or HTTP: by what people do ({@link
 * org.finplan.risk.alert.lifecycle.LifeCycle}) and by what its rule says ({@link
 * org.finplan.risk.alert.lifecycle.VerdictEffect}).
 */
package org.finplan.risk.alert.lifecycle;
