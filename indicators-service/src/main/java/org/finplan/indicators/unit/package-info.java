/** The units of measure. */
package org.finplan.indicators.unit;
