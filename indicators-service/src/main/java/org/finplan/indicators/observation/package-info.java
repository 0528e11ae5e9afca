/**
 * Facts: figures about an indicator (or another series), a region and a period, and the table that keeps them. They are
 * append-only; what is recorded again with another value is a further version with a reason.
 */
package org.finplan.indicators.observation;
