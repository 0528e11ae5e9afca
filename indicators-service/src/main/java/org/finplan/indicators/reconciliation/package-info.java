/**
 * The city's figures against those of its parts: what they add up to, what is missing, what differs by more than the
 * rounding, and which cells somebody has to explain or correct.
 */
package org.finplan.indicators.reconciliation;
