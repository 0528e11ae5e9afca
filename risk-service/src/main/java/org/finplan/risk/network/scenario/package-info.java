/** What the failure of each single firm would do, for all firms, ranked. Pure. */
package org.finplan.risk.network.scenario;
