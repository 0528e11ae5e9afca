/** Ratios of non-performing loans: the newest of each region, held against the province's of the same day. */
package org.finplan.risk.npl;
