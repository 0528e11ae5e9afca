/** Reads of figures: of one series, of a single figure with all its versions, and of everything for those who keep a copy. */
package org.finplan.indicators.reading;
