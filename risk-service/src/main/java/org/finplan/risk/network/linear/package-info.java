/** Direct solution of the sparse linear systems of networks: a diagonal less what is not negative (M-matrices). Pure. */
package org.finplan.risk.network.linear;
