/** Who owns institutions: links with source and dates, the chain upwards, and who counts as one group. */
package org.finplan.risk.ownership;
