/**
 * Inhibition: while one alert is open, others are muted that follow from it. The rules are data of a city; what is muted now is
 * reckoned from rows whenever it is asked.
 */
package org.finplan.risk.alert.inhibition;
