/** Rankings of all single failures of a network as jobs: ordered, worked off in the background, stored in their order. */
package org.finplan.risk.network.ranking;
