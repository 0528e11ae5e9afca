/** Facts that networks are made from: firms, their equity by day, guarantee contracts, loans, payables and arrears, in versions. */
package org.finplan.risk.network.fact;
