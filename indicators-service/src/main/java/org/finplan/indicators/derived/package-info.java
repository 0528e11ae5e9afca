/**
 * Series that are computed from others: the versions of their formulas as they are kept, the formulas in force ready to
 * compute, and which figures follow from which.
 */
package org.finplan.indicators.derived;
