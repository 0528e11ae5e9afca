/**
 * What should have been reported by now and was not: which figures are due, which of them are missing, and what is told when the day of
 * one is over.
 */
package org.finplan.indicators.due;
