/**
 * Targets broken down: to the regions directly inside, whose parts are targets of their own, and to units, which answer for
 * a part. The rules are explained in {@code docs/breakdown.md}.
 */
package org.finplan.indicators.breakdown;
