/** The indicators of a plan and all other series. */
package org.finplan.indicators.indicator;
