/** Figures on their way in: reports of many, checked item by item, and withdrawals of single ones. */
package org.finplan.indicators.reporting;
