/** The cheapest guarantees whose removal brings the impact of a component under a bound: greedy, beside a lower bound that is proven. */
package org.finplan.risk.network.removal;
