/** Delivered figures of a longer period that those of its parts contradict, such as a year by its quarters. */
package org.finplan.indicators.contradiction;
