/** How distress spreads through a network: cascades and the DebtRank family, iterated and solved exactly. Pure. */
package org.finplan.risk.network.contagion;
